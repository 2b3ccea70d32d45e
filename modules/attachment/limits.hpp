#pragma once
#include <cstddef>
#include <cstdint>

namespace caicach::attachment::limits
{

// What people bring.
/// No page may ask for more.
inline constexpr std::int64_t bytes_max = 200LL * 1024 * 1024;
inline constexpr std::size_t name_length_max = 200;    ///< characters
inline constexpr std::size_t piece_bytes = 64 * 1024;  ///< read at once
inline constexpr int code_attempts_max = 5;
/// The longest side of a picture unless its use says otherwise: sharp on any screen, and on half a
/// sheet of paper at 300 dpi.
inline constexpr int picture_side_max = 2560;

// The virus scanner.
inline constexpr std::size_t scanner_answer_bytes_max = 4096;
inline constexpr int ping_seconds = 2;

// The walk through the store.
/// Contents without a row: a younger one may get its row yet (`check` does not name it).
inline constexpr std::int64_t orphan_age_seconds = 60 * 60;
/// An older one is removed: long enough to notice that the wrong backup was restored.
inline constexpr std::int64_t orphan_days_kept = 30;
/// One step hashes at most so much, in about a second, and then lets others work.
inline constexpr std::int64_t step_bytes_max = 256LL * 1024 * 1024;
inline constexpr int step_contents_max = 1000;
inline constexpr std::int64_t step_pause_seconds = 60;
/// Bytes rot slowly: a round begins no sooner than a day after the last one began.
inline constexpr std::int64_t round_seconds = 24 * 60 * 60;
inline constexpr int shelves = 256;  ///< folders of two hexadecimal digits

inline constexpr std::size_t problems_max = 100;  ///< that the check lists
inline constexpr int faults_shown_max = 200;      ///< on the page

}  // namespace caicach::attachment::limits
