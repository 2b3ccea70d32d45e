#pragma once
#include <cstddef>
#include <cstdint>

/// What audit bounds; texts in bytes.
namespace caicach::audit::limits
{

inline constexpr std::size_t word_length_max = 100;  ///< action, object type, request id
inline constexpr std::size_t name_length_max = 600;  ///< of the actor
inline constexpr std::size_t detail_length_max = 64 * 1024;
inline constexpr int page_size_max = 200;
inline constexpr std::int64_t checkpoint_seconds = 60;    ///< no line waits longer for a signature
inline constexpr std::int64_t checkpoint_rows = 10'000;   ///< nor do more of them
inline constexpr int checkpoints_per_copy = 1000;         ///< written at once
inline constexpr std::size_t checkpoint_line_max = 1024;  ///< of the file that is kept elsewhere

}  // namespace caicach::audit::limits
