//! Every colour and size of the window; nothing else in the app names a colour or a length of type.
#![expect(clippy::disallowed_methods, reason = "this is where colours come from")]

use eframe::egui::Color32;

const fn rgb(hex: u32) -> Color32 {
    let [_, r, g, b] = hex.to_be_bytes();
    Color32::from_rgb(r, g, b)
}

/// The colours of one theme.
#[derive(Clone, Copy, Debug)]
pub struct Tokens {
    /// The floor of the chamber, behind everything that is not in a panel.
    pub background: Color32,
    /// Panels, cards, menus.
    pub panel: Color32,
    /// Fields to type in, wells.
    pub sunken: Color32,
    /// Buttons and chips at rest.
    pub raised: Color32,
    /// Under the pointer.
    pub hover: Color32,
    /// Hairlines between panels.
    pub line: Color32,
    /// Edges that carry a control; 3:1 against the panel is not asked of a hairline.
    pub line_strong: Color32,
    pub text: Color32,
    pub text_weak: Color32,
    /// The one accent: the main action, links, the cursor in time.
    pub accent: Color32,
    pub on_accent: Color32,
    /// The chosen row or tab.
    pub selection: Color32,
    /// Neutral hues: against is not wrong, so never green and red.
    pub in_favor: Color32,
    pub in_favor_fill: Color32,
    pub against: Color32,
    pub against_fill: Color32,
    pub reservations: Color32,
    pub reservations_fill: Color32,
    /// Edge of a placard whose delegation has not declared itself.
    pub undeclared: Color32,
    pub undeclared_fill: Color32,
    /// The sign on a badge in one of the stance colours.
    pub on_stance: Color32,
    /// The third hue.
    pub warning: Color32,
    pub warning_fill: Color32,
    pub placard: Color32,
    pub table: Color32,
    pub table_edge: Color32,
    /// The light on the placard of the delegation that has the floor.
    pub glow: Color32,
    pub shadow: Color32,
}

/// Paper and daylight.
pub const LIGHT: Tokens = Tokens {
    background: rgb(0xF6_F5_F2),
    panel: rgb(0xFF_FF_FF),
    sunken: rgb(0xF3_F2_EE),
    raised: rgb(0xF7_F6_F3),
    hover: rgb(0xEE_EC_E7),
    line: rgb(0xE4_E1_DB),
    line_strong: rgb(0xC4_BF_B6),
    text: rgb(0x1A_1E_24),
    text_weak: rgb(0x58_60_6B),
    accent: rgb(0x1B_5C_9B),
    on_accent: rgb(0xFF_FF_FF),
    selection: rgb(0xE0_EA_F5),
    in_favor: rgb(0x25_65_A8),
    in_favor_fill: rgb(0xE8_F0_F9),
    against: rgb(0xA8_4A_0B),
    against_fill: rgb(0xFC_EE_E2),
    reservations: rgb(0x56_5F_82),
    reservations_fill: rgb(0xED_EE_F4),
    undeclared: rgb(0x8C_8A_86),
    undeclared_fill: rgb(0xE6_E4_DF),
    on_stance: rgb(0xFF_FF_FF),
    warning: rgb(0x8A_2C_6D),
    warning_fill: rgb(0xF8_EB_F4),
    placard: rgb(0xFF_FF_FF),
    table: rgb(0xE3_D6_C5),
    table_edge: rgb(0xD3_C3_AD),
    glow: rgb(0x8F_BC_EA),
    shadow: Color32::from_black_alpha(28),
};

/// The same room in the evening.
pub const DARK: Tokens = Tokens {
    background: rgb(0x13_16_1A),
    panel: rgb(0x1B_1F_25),
    sunken: rgb(0x13_16_1A),
    raised: rgb(0x24_29_31),
    hover: rgb(0x2D_33_3D),
    line: rgb(0x2E_34_3D),
    line_strong: rgb(0x4A_52_5E),
    text: rgb(0xE8_EA_ED),
    text_weak: rgb(0xA2_AA_B5),
    accent: rgb(0x66_B3_F2),
    on_accent: rgb(0x0B_16_22),
    selection: rgb(0x20_36_4E),
    in_favor: rgb(0x7D_BA_F6),
    in_favor_fill: rgb(0x1C_30_46),
    against: rgb(0xF2_A5_68),
    against_fill: rgb(0x3E_2A_1C),
    reservations: rgb(0xB0_B9_DB),
    reservations_fill: rgb(0x2C_31_42),
    undeclared: rgb(0x7C_84_90),
    undeclared_fill: rgb(0x39_40_4A),
    on_stance: rgb(0x10_14_1A),
    warning: rgb(0xE5_A0_D4),
    warning_fill: rgb(0x3A_21_35),
    placard: rgb(0x25_2A_33),
    table: rgb(0x3B_31_29),
    table_edge: rgb(0x4C_40_35),
    glow: rgb(0x4A_90_D0),
    shadow: Color32::from_black_alpha(110),
};

/// Black on white, for who needs the strongest contrast.
pub const LIGHT_STRONG: Tokens = Tokens {
    background: rgb(0xFF_FF_FF),
    sunken: rgb(0xFF_FF_FF),
    raised: rgb(0xFF_FF_FF),
    hover: rgb(0xE6_E6_E6),
    line: rgb(0x6E_6E_6E),
    line_strong: rgb(0x2A_2A_2A),
    text: rgb(0x00_00_00),
    text_weak: rgb(0x2E_2E_2E),
    accent: rgb(0x00_3A_75),
    selection: rgb(0xDC_E9_F8),
    in_favor: rgb(0x00_3F_80),
    in_favor_fill: rgb(0xE4_EF_FB),
    against: rgb(0x6E_2A_00),
    against_fill: rgb(0xFD_EC_DD),
    reservations: rgb(0x33_3A_5C),
    reservations_fill: rgb(0xEA_EC_F5),
    undeclared: rgb(0x45_45_45),
    undeclared_fill: rgb(0xD2_D2_D2),
    warning: rgb(0x63_10_4A),
    warning_fill: rgb(0xFB_EA_F5),
    table: rgb(0xEA_DF_D0),
    table_edge: rgb(0x6E_5A_42),
    glow: rgb(0x3D_82_C8),
    ..LIGHT
};

/// White on black, for who needs the strongest contrast.
pub const DARK_STRONG: Tokens = Tokens {
    background: rgb(0x00_00_00),
    panel: rgb(0x00_00_00),
    sunken: rgb(0x00_00_00),
    raised: rgb(0x10_10_10),
    hover: rgb(0x2B_2B_2B),
    line: rgb(0x8C_8C_8C),
    line_strong: rgb(0xCF_CF_CF),
    text: rgb(0xFF_FF_FF),
    text_weak: rgb(0xDC_DC_DC),
    accent: rgb(0x8F_CB_FF),
    on_accent: rgb(0x00_00_00),
    selection: rgb(0x0E_2C_4A),
    in_favor: rgb(0x9C_CF_FF),
    in_favor_fill: rgb(0x05_22_3D),
    against: rgb(0xFF_BE_85),
    against_fill: rgb(0x37_1C_06),
    reservations: rgb(0xCB_D3_F2),
    reservations_fill: rgb(0x1C_21_33),
    undeclared: rgb(0xBE_BE_BE),
    undeclared_fill: rgb(0x45_45_45),
    on_stance: rgb(0x00_00_00),
    warning: rgb(0xF6_BE_E8),
    warning_fill: rgb(0x33_10_2B),
    placard: rgb(0x0A_0A_0A),
    table: rgb(0x2A_21_19),
    table_edge: rgb(0x9A_80_66),
    glow: rgb(0x5A_A8_F0),
    ..DARK
};

/// Sizes, in points.
pub mod size {
    /// Text to read.
    pub const BODY: f32 = 14.0;
    /// Text that goes with other text.
    pub const SMALL: f32 = 12.0;
    /// One line per screen: its question.
    pub const DISPLAY: f32 = 20.0;
    /// Words on a table that fills a very large screen.
    pub const LARGE: f32 = 30.0;
    /// The parts of a long page.
    pub const TITLE: f32 = 17.0;
    /// The monospaced font has a larger eye than the text font.
    pub const MONO: f32 = 13.0;
    /// Least height of anything to click.
    pub const CONTROL: f32 = 30.0;
    pub const ICON: f32 = 16.0;
    /// The bar at the top of the window.
    pub const BAR: f32 = 48.0;
    /// A line of prose stays readable up to here.
    pub const MEASURE: f32 = 680.0;
}

/// Distances, in points: steps of four.
pub mod space {
    pub const XS: f32 = 4.0;
    pub const S: f32 = 8.0;
    pub const M: f32 = 12.0;
    pub const L: f32 = 16.0;
    pub const XL: f32 = 24.0;
    pub const XXL: f32 = 40.0;
}

/// Corner radii, in points.
pub mod radius {
    pub const S: u8 = 3;
    pub const M: u8 = 6;
    pub const L: u8 = 10;
    /// More than half of any chip's height.
    pub const ROUND: u8 = 127;
}

/// Durations, in seconds; nothing takes a quarter of a second.
pub mod motion {
    pub const USUAL_SECS: f32 = 0.14;
    pub const CALM_SECS: f32 = 0.22;
}
