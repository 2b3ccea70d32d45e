#pragma once
#include <cstddef>
#include <cstdint>

namespace caicach::report::limits
{

inline constexpr std::size_t sections_max = 40;
inline constexpr std::size_t parts_max = 400;       ///< of a form, in all its sections
inline constexpr std::size_t indicators_max = 300;  ///< of a form
inline constexpr std::size_t table_rows_max = 500;
inline constexpr std::size_t columns_max = 30;
inline constexpr std::size_t checks_max = 200;
inline constexpr std::size_t reporters_max = 500;
inline constexpr std::size_t key_length_max = 64;
inline constexpr std::size_t line_length_max = 500;         ///< characters of a title, a unit …
inline constexpr std::size_t definition_length_max = 2000;  ///< of what stands beside a number
inline constexpr int text_length_max = 20'000;              ///< of a narrative
inline constexpr int decimals_max = 4;
inline constexpr int lock_days_max = 366;
inline constexpr std::size_t expression_terms_max = 100;
inline constexpr std::size_t expression_bytes_max = 10'000;

inline constexpr std::size_t periods_caught_up_max = 24;  ///< of a form, opened at once
inline constexpr int due_days_max = 730;                  ///< ahead, of a request
inline constexpr int periods_offered = 6;                 ///< to be opened by hand
inline constexpr std::int64_t reports_per_page = 50;
inline constexpr std::int64_t reports_in_file = 5000;
inline constexpr int cell_length_max = 2000;  ///< characters, of a table's cell
inline constexpr std::size_t files_max = 10;
inline constexpr std::int64_t file_bytes_max = 20LL * 1024 * 1024;
inline constexpr std::size_t cells_sent_max = 2000;  ///< of one form of a page
inline constexpr std::size_t cells_of_form = 300;    ///< a table of more stands in several forms
inline constexpr std::int64_t cells_bytes_max = 4LL * 1024 * 1024;  ///< with what they showed
inline constexpr std::size_t pasted_cells_max = 2000;  ///< brought into a table at once
inline constexpr std::size_t brought_rows_max = 1000;  ///< of a file, in all its sheets
inline constexpr std::int64_t sheet_bytes_max = 5LL * 1024 * 1024;
inline constexpr std::size_t proposal_bytes_max = 4U * 1024 * 1024;
inline constexpr std::int64_t proposal_days = 7;        ///< kept so long until somebody confirms it
inline constexpr std::size_t proposed_shown_max = 300;  ///< changes on the page
inline constexpr std::size_t lines_drawn_max = 40;      ///< of each section that a text is drawn of
/// What was sent and what was said of it.
inline constexpr std::size_t snapshot_bytes_max = 2 * 1024 * 1024;
inline constexpr std::size_t fact_codes_max = 500;   ///< named in a snapshot, behind each number
inline constexpr std::int64_t submissions_max = 50;  ///< of a report
inline constexpr std::int64_t steps_shown_max = 100;
inline constexpr std::int64_t remarks_max = 500;        ///< of a report
inline constexpr std::size_t reason_length_max = 1000;  ///< characters, of a remark too
inline constexpr std::int64_t late_facts_shown = 50;    ///< of a report
inline constexpr std::size_t fact_title_length_max = 300;
inline constexpr std::size_t news_readers_max = 10;  ///< of one agency
inline constexpr std::size_t news_title_length_max = 120;
inline constexpr int reminded_back_max = 30;            ///< days
inline constexpr std::int64_t reminded_at_once = 1000;  ///< reports, by one rule
inline constexpr std::size_t problems_shown = 100;      ///< of one check
inline constexpr std::size_t file_name_length = 120;
/// Of a package's files; a package as a whole may have 64 MB.
inline constexpr std::size_t package_files_bytes_max = 48UL * 1024 * 1024;
inline constexpr std::int64_t form_bytes_max = 1024LL * 1024;  ///< of the JSON of one form
inline constexpr std::size_t form_book_rows_max = 5000;        ///< of a workbook of one form
inline constexpr std::int64_t periods_collected = 60;          ///< of a form, on one page
inline constexpr std::int64_t periods_side_by_side = 8;        ///< unless more are asked for
inline constexpr std::int64_t periods_in_row = 20;  ///< of one number; unless others are asked for

}  // namespace caicach::report::limits
