#pragma once
#include <cstddef>
#include <cstdint>

#include "calendar/date.hpp"

namespace caicach::obligation::limits
{

inline constexpr int tasks_per_page = 50;
inline constexpr int board_tasks_per_page = 100;
inline constexpr std::size_t matrix_items = 25;  ///< items, as columns, on one page of the matrix
inline constexpr int late_tasks_max = 3000;      ///< in one list of the late; the rest is counted
inline constexpr std::size_t late_agencies_per_page = 20;
inline constexpr std::int64_t late_pages_max = 10'000;
inline constexpr int late_tasks_shown = 10;           ///< of each agency on the page of the late
inline constexpr int exported_tasks_max = 50'000;     ///< rows of one file
inline constexpr std::size_t title_length_max = 500;  ///< characters, as evidence keeps them
inline constexpr std::size_t link_length_max = 2000;  ///< bytes, as evidence keeps them
inline constexpr int explained_days = 31;             ///< around a period, of what does not count
inline constexpr int explained_facts_read_max = 100;  ///< of which those that do not count are
inline constexpr std::size_t explained_max = 20;      ///< … shown, each with its reason
/// Reminders. A rule looks so many days around today: its sixty days, and days off beside them.
inline constexpr int reminded_days_around = 100;
inline constexpr int remind_days_max = 14;  ///< what days without a run left over
inline constexpr int reminded_at_once = 1000;
inline constexpr std::size_t news_title_length_max = 120;
inline constexpr std::size_t news_text_length_max = 1000;
inline constexpr std::size_t digest_title_length_max = 200;  ///< so that all lines fit a letter
inline constexpr std::size_t digest_lines_max = 50;  ///< of one message; the rest is counted
inline constexpr int reminders_shown_max = 50;       ///< on the page of an obligation
inline constexpr int reminders_per_page = 100;
inline constexpr int nudged_tasks_max = 200;            ///< of one agency at once
inline constexpr std::size_t nudged_at_once_max = 300;  ///< agencies, by one click
inline constexpr int reminders_in_download_max = 1000;
inline constexpr std::size_t agency_code_length_max = 40;
/// What a letter's link is good for: as long as the letter itself may wait to be sent, with a
/// weekend.
inline constexpr std::int64_t answer_link_seconds = 3L * 24 * 3600;
inline constexpr std::size_t answer_secret_bytes = 24;
inline constexpr std::size_t answer_length_max = 500;

/// Drafts of results. Browsers keep theirs for fourteen days (web/scripts/drafts.ts), so that the
/// key of one is known here as long as it may be sent.
inline constexpr std::int64_t draft_seconds = 60L * 24 * 3600;
inline constexpr int drafts_of_agency_max = 200;
inline constexpr int old_drafts_removed_at_once = 20;
inline constexpr std::size_t draft_number_length_max = 40;  ///< characters of a day or a number

inline constexpr std::size_t feeds_max = 10;  ///< calendars of one person
inline constexpr int feed_tasks_max = 500;    ///< in one calendar, the nearest first
inline constexpr std::size_t reason_length_max = 1000;
inline constexpr std::int64_t quantity_max = 1'000'000;
inline constexpr std::int64_t proof_bytes_max = 20LL * 1024 * 1024;
inline constexpr int obstacles_max = 100;  ///< of one obligation
inline constexpr int obstacles_per_page = 50;
inline constexpr int obstacle_steps_max = 100;            ///< of one obstacle
inline constexpr std::size_t obstacle_length_max = 4000;  ///< characters of each text
inline constexpr int own_plan_lines_max = 300;           ///< items that one agency owes of one plan
inline constexpr int own_plan_steps_max = 50;            ///< of one own plan
inline constexpr int registered_max = 2'000;             ///< own plans asked for by one plan
inline constexpr int own_plan_gaps_max = 100'000;        ///< agencies × items of one plan
inline constexpr std::size_t agency_typed_max = 300;     ///< characters of a name or code
inline constexpr std::size_t audited_title_length = 80;  ///< characters, in the audit's list
inline constexpr int rows_of_person_max = 5000;          ///< in each part of a person's data
/// Cascade: how often a plan's obligation is handed on, one below the other; units at once.
inline constexpr int hand_on_levels_max = 3;
inline constexpr std::size_t units_shown_max = 300;     ///< to choose from; others are searched
inline constexpr std::size_t handed_on_each_max = 100;  ///< each with terms of its own, at once
inline constexpr int parts_max = 2000;         ///< of one obligation; units of one agency, too
inline constexpr int nudge_ahead_days = 7;     ///< what a click names before it is late
inline constexpr int nudged_parts_max = 2000;  ///< late or due soon, of one giver or one item
inline constexpr int parts_on_page = 50;       ///< of one obligation, on its page
inline constexpr int parts_per_page = 100;     ///< of all that an agency handed on
inline constexpr std::size_t part_note_length_max = 1000;
inline constexpr int proposals_max = 500;  ///< of one obligation
inline constexpr int proposals_per_page = 50;
inline constexpr int proposal_steps_max = 50;  ///< of one proposal
/// Characters of content and of measure: together they are the note of a part.
inline constexpr std::size_t proposal_text_length_max = 450;

inline constexpr int measurements_shown_max = 100;     ///< of one agency and measure
inline constexpr std::size_t source_length_max = 300;  ///< characters: where a number is from
inline constexpr std::size_t measure_text_max = 300;   ///< characters of a value's words
inline constexpr std::size_t set_measures_max = 20;    ///< stated by hand, of one target
inline constexpr std::size_t sheet_head_rows = 20;     ///< above and with the head of a table
inline constexpr std::size_t sheet_rows_max = 1'000;   ///< so that they fit the form that confirms
inline constexpr std::int64_t sheet_bytes_max = 2LL * 1024 * 1024;
/// Budget lines, in đồng. A quantity times a price fits 64 bits.
inline constexpr std::int64_t money_max = 100'000'000'000'000;
inline constexpr std::int64_t unit_price_max = 1'000'000'000'000;
inline constexpr std::int64_t budget_quantity_max = 1'000'000;
inline constexpr int budget_lines_of_agency_max = 300;  ///< of one plan
inline constexpr int budget_lines_per_page = 100;
inline constexpr int budget_steps_max = 200;  ///< appraisals, and spendings, of one line
/// Before and after all days that plans name.
[[nodiscard]] inline Date first_day() { return Date::from_days(-25567); }  // 01/01/1900
[[nodiscard]] inline Date last_day() { return Date::from_days(376199); }   // 31/12/2999

}  // namespace caicach::obligation::limits
