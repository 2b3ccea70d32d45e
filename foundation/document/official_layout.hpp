#pragma once

/// The measures of official documents. Where the decree leaves a range, the value says which part
/// of it was taken and why.
/// Source: Nghị định 30/2020/NĐ-CP, Phụ lục I (thể thức, kỹ thuật trình bày văn bản hành chính).
namespace caicach::document::layout
{

/// Word counts lengths in twentieths of a point, sizes of letters in halves of a point.
constexpr int millimetres(int count) { return (count * 14'400 + 127) / 254; }
constexpr int points(int count) { return count * 20; }
constexpr int letters(int point_count) { return point_count * 2; }

// Phần I, mục I: A4; trên, dưới 20–25 mm; trái 30–35 mm; phải 15–20 mm. The least of each: a page
// holds most, and no printer cuts anything off.
inline constexpr int page_width = millimetres(210);
inline constexpr int page_height = millimetres(297);
inline constexpr int margin_top = millimetres(20);
inline constexpr int margin_bottom = millimetres(20);
inline constexpr int margin_left = millimetres(30);
inline constexpr int margin_right = millimetres(15);
inline constexpr int text_width = page_width - margin_left - margin_right;
inline constexpr int text_width_landscape = page_height - margin_left - margin_right;
/// The page number stands in the middle of the top margin.
inline constexpr int page_number_top = millimetres(10);

inline constexpr const char* font = "Times New Roman";

// Sizes. The decree pairs them: 12 with 13, or 13 with 14; the smaller pair for the head leaves a
// long name of an agency on fewer lines.
inline constexpr int page_number_size = letters(13);      ///< 13–14
inline constexpr int nation_size = letters(12);           ///< Quốc hiệu 12–13, bold capitals
inline constexpr int motto_size = letters(13);            ///< Tiêu ngữ 13–14, bold
inline constexpr int body_name_size = letters(12);        ///< both agencies 12–13, capitals
inline constexpr int number_size = letters(13);           ///< "Số:" 13
inline constexpr int letter_subject_size = letters(12);   ///< "V/v" 12–13
inline constexpr int place_size = letters(13);            ///< 13–14, italic
inline constexpr int kind_size = letters(14);             ///< 13–14, bold capitals
inline constexpr int text_size = letters(14);             ///< 13–14
inline constexpr int signature_size = letters(14);        ///< 13–14, bold
inline constexpr int recipients_head_size = letters(12);  ///< "Nơi nhận:" 12, bold italic
inline constexpr int recipients_size = letters(11);       ///< 11
inline constexpr int drafter_size = letters(11);          ///< 11
inline constexpr int annex_size = letters(14);            ///< 14 bold, title 13–14
/// Of tables nothing is said: wide ones need smaller letters than the text.
inline constexpr int table_size = letters(12);

// Phần I, mục II, khoản 5: first line 1 or 1,27 cm; at least 6 pt between paragraphs; lines single
// to 1.5.
inline constexpr int first_line = 720;
inline constexpr int paragraph_gap = points(6);
inline constexpr int line_height = 264;  ///< 1.1 lines, in 240ths
inline constexpr int line_height_single = 240;
/// Above and below the words of a cell.
inline constexpr int cell_gap = points(2);
/// Left and right of them.
inline constexpr int cell_room = points(4);

// Khoản 10, điểm b; khoản 11: red frames, bold capitals of 13–14. Of the frame of the latter
// nothing is said: as wide as its words.
inline constexpr int box_height = millimetres(8);
inline constexpr int box_size = letters(13);
inline constexpr int urgent_width = millimetres(20);
inline constexpr int very_urgent_width = millimetres(40);
inline constexpr int express_width = millimetres(30);
inline constexpr int circulation_width = millimetres(58);
inline constexpr const char* box_colour = "FF0000";

/// Two columns without lines: who issues it, and on the rest the nation; Quốc hiệu needs 88 mm on
/// one line.
inline constexpr int issuer_column = millimetres(67);
/// Recipients, and on the rest the signature.
inline constexpr int recipients_column = millimetres(80);
/// Between title and name: a signature, and the image of one.
inline constexpr int signature_room = millimetres(24);
// Khoản 8: the image of the seal is as large as the seal, whose size other rules give (35 or 36
// mm), over a third of the image of the signature, to the left.
inline constexpr int signature_width = millimetres(40);
inline constexpr int seal_side = millimetres(36);
inline constexpr int signature_under_seal = signature_width / 3;
/// Of a file that goes with another: above, on the right of its first page; two lines of letters
/// of 10.
inline constexpr int attachment_place_top = millimetres(8);
inline constexpr int attachment_place_width = millimetres(85);
inline constexpr int attachment_place_height = millimetres(10);
inline constexpr int attachment_place_size = letters(10);

/// The rule below Tiêu ngữ is as long as the words above it: 13 pt bold.
inline constexpr int motto_rule = millimetres(56);
/// That below an agency or a subject is 1/3 to 1/2 of the words: so many hundredths.
inline constexpr int rule_percent = 42;
/// How wide a letter of Times New Roman is on average, in hundredths of its size; good to a tenth.
inline constexpr int capital_width_percent = 61;
inline constexpr int small_letter_width_percent = 46;

}  // namespace caicach::document::layout
