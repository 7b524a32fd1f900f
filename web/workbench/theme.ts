import type { ThemeConfig } from 'antd'

const fontFamily =
  "'PingFang SC', 'HarmonyOS Sans SC', 'Microsoft YaHei', 'Source Han Sans SC', 'Noto Sans CJK SC', 'Noto Sans SC Variable', sans-serif"

/** Calm blue on light grey; controls are as high as a thumb on phones. */
export function themeFor(phone: boolean): ThemeConfig {
  return {
    hashed: false,
    token: {
      colorPrimary: '#1d5aa8',
      colorInfo: '#1d5aa8',
      colorLinkHover: '#174a8b',
      colorLinkActive: '#174a8b',
      colorError: '#c8322b',
      colorWarning: '#b86e00',
      colorSuccess: '#2b7a3f',
      colorText: '#1b2433',
      colorTextSecondary: '#566074',
      colorTextTertiary: '#5b6577',
      // What stands in an empty field is read too (WCAG 1.4.3).
      colorTextPlaceholder: '#677185',
      colorTextDescription: '#566074',
      colorTextQuaternary: '#677185',
      colorBgLayout: '#f3f5f9',
      borderRadius: 8,
      fontSize: 15,
      fontFamily,
      controlHeight: phone ? 44 : 36,
      controlHeightSM: phone ? 36 : 28,
      // The library waits for animations to end; where the style sheet takes them away it must not begin any.
      motion: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Table: { cellPaddingBlock: 10, headerBg: '#f7f9fc' },
      Tabs: { horizontalMargin: '0 0 12px' },
    },
  }
}
