#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "audio/limits.hpp"
#include "base/result.hpp"

/// Sounds for loudspeakers: decoded, and written anew, by LAME as a limited child process.
namespace caicach::audio
{

/// A sound as this program wrote it: MP3, one channel, a constant rate.
struct Mp3 {
    std::string bytes{};
    std::int64_t seconds{};  ///< rounded up
};

enum class Source { mp3, other };  ///< LAME wants to be told of MP3; WAV and Ogg it knows itself

/// Nothing of the file but what is heard is left: no tags, no pictures, no second channel. invalid
/// "audio.damaged" where it is no sound, or not for a second; too_large "audio.too_long" with the
/// minutes allowed; unavailable "base.process.missing".
[[nodiscard]] Result<Mp3> to_mp3(const std::string& path, Source source,
                                 int seconds_max = limits::seconds_max);

/// How long such bytes play, in milliseconds: frame by frame, so that nothing but whole frames
/// counts; 0 where they do not begin with one.
[[nodiscard]] std::int64_t milliseconds_of(std::string_view mp3);

}  // namespace caicach::audio
