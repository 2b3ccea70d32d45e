#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

/// What a document may cost. A plan of a province has 10 to 40 pages; everything here leaves an
/// order of magnitude above the largest that we know.
namespace caicach::document::limits
{

inline constexpr std::uint64_t file_bytes_max = 64ULL << 20U;

// Archives (docx, odt).
inline constexpr std::int64_t archive_entries_max = 5'000;
inline constexpr std::uint64_t archive_entry_bytes_max = 48ULL << 20U;
/// A part larger than this must not have been packed tighter than the ratio: text packs 1:20 at
/// best, a zip bomb 1:1000.
inline constexpr std::uint64_t archive_ratio_from_bytes = 4ULL << 20U;
inline constexpr std::uint64_t archive_ratio_max = 100;
/// What all parts of one archive may unpack to.
inline constexpr std::uint64_t archive_bytes_max = 1ULL << 30U;

// XML.
inline constexpr std::size_t xml_depth_max = 200;
inline constexpr std::size_t xml_nodes_max = 3'000'000;

// Text.
inline constexpr std::size_t text_file_bytes_max = 16U << 20U;
inline constexpr std::size_t lines_max = 100'000;
inline constexpr std::size_t line_bytes_max = 200'000;
inline constexpr std::size_t table_cells_max = 200'000;
inline constexpr std::size_t table_columns_max = 200;
inline constexpr std::size_t record_rows_max = 20'000;  ///< of a file of records
inline constexpr std::size_t markdown_bytes_max = 256U << 10U;
inline constexpr std::size_t markdown_depth_max = 60;  ///< of parts in parts

// Official documents that we write. Word itself takes 63 columns.
/// What a child tells of a photograph.
inline constexpr std::size_t photo_note_bytes_max = 4096;
inline constexpr std::size_t official_columns_max = 63;
inline constexpr std::size_t official_pieces_max = 100'000;  ///< paragraphs and cells
inline constexpr std::size_t official_text_bytes_max = 8U << 20U;
/// As pages: a second of one processor at most.
inline constexpr std::size_t printed_pieces_max = 10'000;
inline constexpr std::size_t printed_text_bytes_max = 1U << 20U;

// Word templates of an office.
inline constexpr std::size_t template_bytes_max = 8U << 20U;
inline constexpr std::size_t template_unpacked_bytes_max = 64U << 20U;
inline constexpr std::size_t template_tags_max = 2'000;  ///< of a part
inline constexpr std::size_t template_depth_max = 8;     ///< of blocks in one another
inline constexpr std::size_t template_faults_max = 200;

// PDF and pictures.
inline constexpr int pdf_pages_max = 1'000;
inline constexpr int pdf_number_max = 8'388'607;  ///< of an object (ISO 32000-1, annex C)
inline constexpr int pdf_depth_max = 32;          ///< of values in one another
inline constexpr std::size_t pdf_objects_max = 200'000;
inline constexpr std::size_t pdf_object_bytes_max = 1U << 20U;  ///< without its stream
inline constexpr std::size_t pdf_updates_max = 24;              ///< of a file, one a signature
/// What a signature with its certificates may take: 3 to 8 KiB do.
inline constexpr std::size_t signature_bytes_max = 16U << 10U;
inline constexpr std::size_t signatures_max = 16;
inline constexpr std::uint32_t stamp_side_max = 1'000;  ///< of a picture, in points of it
inline constexpr int pdf_seconds_max = 60;
inline constexpr std::uint64_t pdf_text_bytes_max = 96ULL << 20U;
inline constexpr std::size_t page_words_max = 50'000;
inline constexpr int scan_pages_max = 200;
inline constexpr int scan_seconds_a_page_max = 120;
inline constexpr int scan_children_max = 2;
inline constexpr std::int64_t picture_pixels_max = 60'000'000;
inline constexpr std::int64_t picture_side_max = 100'000;
/// To read a picture and write it anew; a camera's 12 million points take 1 to 4 s.
inline constexpr int redraw_seconds_max = 30;
/// A4 at 600 dpi has 35 million, which take half a gigabyte.
inline constexpr std::int64_t redraw_pixels_max = 40'000'000;
inline constexpr std::uint64_t redraw_memory_bytes = 1ULL << 30U;
inline constexpr std::uint64_t redraw_bytes_max = 96ULL << 20U;
inline constexpr std::string_view redraw_jpeg_quality = "90";
/// zlib's level 1 behind adaptive filters: a third of the time of the best for 1.2 times the size.
inline constexpr std::string_view redraw_png_quality = "15";

// Posters. An A3 sheet at 300 points an inch has 17 million of four bytes each.
inline constexpr std::int64_t poster_points_max = 20'000'000;

}  // namespace caicach::document::limits
