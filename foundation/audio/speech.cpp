#include "audio/speech.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <utility>

#include "audio/limits.hpp"
#include "text/text.hpp"

namespace caicach::audio
{
namespace
{

/// espeak-ng counts words of English. Of 312 Vietnamese syllables it said 115 a minute at 90, 141
/// at 110, 169 at 130 and 197 at 150.
std::int64_t words_a_minute(std::int64_t syllables_a_minute)
{
    constexpr std::int64_t percent = 77;
    constexpr std::int64_t slowest = 80;
    constexpr std::int64_t fastest = 300;
    return std::clamp(syllables_a_minute * percent / 100, slowest, fastest);
}

}  // namespace

Result<Spoken> speak(std::string_view text, std::int64_t syllables_a_minute)
{
    if (text.size() > limits::text_bytes_max)
        return failure(Failure::too_large, "audio.text_too_long", "text");
    auto folder = TRY(TemporaryDirectory::create());
    const auto source = folder.file("text.txt");
    auto target = folder.file("spoken.wav");
    // Two brackets would begin phonemes.
    std::ofstream{source, std::ios::binary} << text::replace_all(text, "[[", "[ [");
    const auto output =
        TRY(run_child({.arguments = {"espeak-ng", "-v", "vi", "-b", "1", "-s",
                                     std::to_string(words_a_minute(syllables_a_minute)), "-f",
                                     source, "-w", target},
                       .limits = {.wall_seconds = limits::child_seconds_max,
                                  .cpu_seconds = limits::child_seconds_max,
                                  .memory_bytes = limits::child_memory_bytes,
                                  .file_bytes = limits::spoken_bytes_max}}));
    if (output.exit_code != 0 || !std::filesystem::exists(target))
        return failure(Failure::unavailable, "audio.not_spoken");
    return Spoken{.folder = std::move(folder), .path = std::move(target)};
}

}  // namespace caicach::audio
