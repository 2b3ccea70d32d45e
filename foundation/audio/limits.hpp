#pragma once
#include <cstdint>

/// What a sound may cost. A programme of fifteen minutes takes some seconds of a processor.
namespace caicach::audio::limits
{

inline constexpr int seconds_max = 30 * 60;  ///< of one sound
inline constexpr int child_seconds_max = 240;
inline constexpr std::uint64_t child_memory_bytes = 512ULL << 20U;
inline constexpr std::uint64_t spoken_bytes_max = 128ULL << 20U;  ///< 22,050 Hz, 16 bits
inline constexpr std::size_t text_bytes_max = 256U << 10U;
/// What a loudspeaker on a pole can tell: 24,000 Hz, one channel.
inline constexpr int kilobits_a_second = 48;

}  // namespace caicach::audio::limits
