#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/process.hpp"
#include "base/result.hpp"

namespace caicach::audio
{

/// What espeak-ng said, in a folder of its own that goes with this.
struct Spoken {
    TemporaryDirectory folder;
    std::string path{};  ///< WAV
};

/// Vietnamese, by a machine, in a limited child process: for a first hearing, not for people to
/// bear every day. too_large "audio.text_too_long"; unavailable "base.process.missing".
[[nodiscard]] Result<Spoken> speak(std::string_view text, std::int64_t syllables_a_minute);

}  // namespace caicach::audio
