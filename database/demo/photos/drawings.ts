/** A picture for the first message that begins with these words, drawn by hand in a few shapes. */
export type Drawing = { words: string; svg: string }

const picture = (shapes: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480" viewBox="0 0 640 480">${shapes}</svg>`
const ground = (sky: string, earth: string, at: number) =>
  `<rect width="640" height="480" fill="${sky}"/><rect y="${at}" width="640" height="${480 - at}" fill="${earth}"/>`

const bricks = Array.from({ length: 12 }, (_, row) =>
  Array.from(
    { length: 9 },
    (_, column) =>
      `<rect x="${column * 80 - (row % 2) * 40}" y="${row * 40}" width="76" height="36" fill="#b9a08a"/>`,
  ).join(''),
).join('')
const stain = (x: number, y: number, wide: number, tall: number) =>
  `<ellipse cx="${x}" cy="${y}" rx="${wide}" ry="${tall}" fill="#5c5348" opacity="0.45"/>`

export const drawings: Drawing[] = [
  {
    words: '隔壁屋檐水滴到我墙上',
    svg: picture(
      `<rect width="640" height="480" fill="#8d7863"/>${bricks}<rect width="640" height="56" fill="#4d4a47"/>
       ${stain(210, 190, 74, 150)}${stain(260, 300, 110, 120)}${stain(470, 160, 50, 110)}
       <path d="M180 56v34M214 56v52M250 56v28M462 56v40" stroke="#9fc3d8" stroke-width="5"/>`,
    ),
  },
  {
    words: '老矿井边上又塌了一块',
    svg: picture(
      `${ground('#b9c9cf', '#7d6a4f', 190)}<path d="M0 200l120-70 110 50 140-90 130 80 140-40v70z" fill="#5f7350"/>
       <ellipse cx="330" cy="340" rx="190" ry="80" fill="#4b3d2c"/><ellipse cx="335" cy="352" rx="150" ry="58" fill="#15110c"/>
       <path d="M150 330l-50-30M505 340l60-26M330 268l10-50" stroke="#3b2f22" stroke-width="6"/>`,
    ),
  },
  {
    words: '隔壁又把车停在我门口',
    svg: picture(
      `${ground('#d9d3c7', '#9b948a', 330)}<rect x="200" y="70" width="250" height="270" fill="#7c3b2c"/>
       <rect x="212" y="84" width="110" height="256" fill="#93503e"/><rect x="328" y="84" width="110" height="256" fill="#93503e"/>
       <path d="M70 380q6-76 96-84l60-66h190l72 66q86 8 92 84z" fill="#e9ecef"/>
       <path d="M244 240h80v54H200zM336 240h72l54 54H336z" fill="#50677a"/>
       <circle cx="180" cy="384" r="46" fill="#222"/><circle cx="480" cy="384" r="46" fill="#222"/>
       <circle cx="180" cy="384" r="20" fill="#aaa"/><circle cx="480" cy="384" r="20" fill="#aaa"/>`,
    ),
  },
  {
    words: '山边上有人烧枯草',
    svg: picture(
      `${ground('#c9d6dc', '#93834f', 300)}<path d="M0 310l150-150 130 90 150-160 210 220z" fill="#55693f"/>
       <path d="M300 340q-70-120 10-170t-30-150q120 40 90 150t-20 170z" fill="#8b8b8b" opacity="0.7"/>
       <path d="M250 360q10-60 40-40 0-40 30-50 0 40 40 40 20 0 10 50z" fill="#e2691f"/>
       <path d="M280 360q10-34 30-24 20 0 24 24z" fill="#f6c344"/>`,
    ),
  },
]
