/** One year of public holidays: `[name, first day off, last day off, workdays made up for it]`, month-day each. */
export type HolidayYear = {
  year: number
  /** False: the notice is not out; only the 13 days the law itself names are given, and no make-up workdays. */
  official: boolean
  source: string
  spans: [name: string, first: string, last: string, makeUp?: string[]][]
}

/**
 * Public holidays and make-up workdays (调休) by the State Council Office's yearly notice, which usually comes in
 * November of the year before. The lunar days of 2027 are the official almanac's, not computed: a library that takes
 * the new moon of 6 February (23:56 Beijing time) for the 7th has the whole Spring Festival a day late.
 */
export const holidayYears: HolidayYear[] = [
  {
    year: 2025,
    official: true,
    source: '国办发明电〔2024〕12号',
    spans: [
      ['元旦', '01-01', '01-01'],
      ['春节', '01-28', '02-04', ['01-26', '02-08']],
      ['清明节', '04-04', '04-06'],
      ['劳动节', '05-01', '05-05', ['04-27']],
      ['端午节', '05-31', '06-02'],
      ['国庆节、中秋节', '10-01', '10-08', ['09-28', '10-11']],
    ],
  },
  {
    year: 2026,
    official: true,
    source: '国办发明电〔2025〕7号',
    spans: [
      ['元旦', '01-01', '01-03', ['01-04']],
      ['春节', '02-15', '02-23', ['02-14', '02-28']],
      ['清明节', '04-04', '04-06'],
      ['劳动节', '05-01', '05-05', ['05-09']],
      ['端午节', '06-19', '06-21'],
      ['中秋节', '09-25', '09-27'],
      ['国庆节', '10-01', '10-07', ['09-20', '10-10']],
    ],
  },
  {
    year: 2027,
    official: false,
    source: '全国年节及纪念日放假办法第二条',
    spans: [
      ['元旦', '01-01', '01-01'],
      ['春节', '02-05', '02-08'],
      ['清明节', '04-05', '04-05'],
      ['劳动节', '05-01', '05-02'],
      ['端午节', '06-09', '06-09'],
      ['中秋节', '09-15', '09-15'],
      ['国庆节', '10-01', '10-03'],
    ],
  },
]
