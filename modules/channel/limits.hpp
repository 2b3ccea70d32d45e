#pragma once
#include <cstddef>
#include <cstdint>

namespace caicach::channel::limits
{

inline constexpr std::size_t title_length_max = 150;
inline constexpr std::size_t opening_length_max = 3'000;
inline constexpr std::size_t headline_length_max = 200;
inline constexpr std::size_t reason_length_max = 1'000;
inline constexpr std::size_t address_length_max = 300;  ///< of an article's page, typed
inline constexpr std::size_t entries_max = 40;          ///< articles of an issue
inline constexpr int candidates = 60;                   ///< newest articles offered for one
/// Where an agency has sent no issue yet: from how long ago articles are offered.
inline constexpr std::int64_t first_issue_days = 60;
inline constexpr std::size_t pdf_text_bytes_max = 300'000;  ///< beyond, summaries alone
inline constexpr int desk_rows = 50;
inline constexpr int archive_rows = 24;
inline constexpr int days_ahead_max = 366;  ///< how far ahead an issue is scheduled
inline constexpr int due_at_once = 20;      ///< issues that one run of the job sends out

/// Letters to who asks for the newsletter: an address that somebody else typed is not to be buried.
inline constexpr std::int64_t confirm_seconds = 48L * 3600;  ///< then the address is forgotten
inline constexpr int letters_max = 3;                        ///< to one address …
inline constexpr std::int64_t letters_seconds = 24L * 3600;  ///< … within these
inline constexpr std::int64_t letter_pause_seconds = 600;
inline constexpr std::int64_t letters_per_hour_max = 1'000;  ///< to all who have not confirmed
inline constexpr int newsletters_max = 500;                  ///< agencies to choose from

// Posters and leaflets.
inline constexpr std::size_t print_lines_max = 12;  ///< steps or figures of one
inline constexpr std::size_t print_title_max = 120;
inline constexpr std::size_t print_line_max = 200;
inline constexpr std::size_t print_lead_max = 300;
inline constexpr std::size_t print_body_max = 2'000;
inline constexpr int print_rows = 24;             ///< of a page of the list
inline constexpr int print_screen_width = 1'080;  ///< points of a picture for screens
inline constexpr std::int64_t batch_bytes_max = 256LL * 1024 * 1024;
inline constexpr std::int64_t print_copies_max = 1'000'000;  ///< handed out at once

/// An issue by letter: lots into the outbox, which is not to hold more whole letters than that.
inline constexpr int lot_letters = 200;
inline constexpr std::int64_t letters_waiting_max = 2'000;
inline constexpr std::int64_t lot_pause_seconds = 3;
inline constexpr std::size_t letter_summary_length = 200;

}  // namespace caicach::channel::limits
