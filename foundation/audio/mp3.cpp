#include "audio/mp3.hpp"

#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/process.hpp"

namespace caicach::audio
{
namespace
{

constexpr std::int64_t thousand = 1000;

struct Frame {
    std::size_t bytes{};
    std::int64_t samples{};
    std::int64_t hertz{};
};

/// Of layer III (ISO/IEC 11172-3, 2.4.2.3; 13818-3, 2.4.2.3): sync, version, layer, rate.
std::optional<Frame> frame_at(std::string_view bytes)
{
    constexpr std::array<std::array<std::int64_t, 16>, 2> kilobits{
        {{0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160, 0},
         {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 0}}};
    constexpr std::array<std::int64_t, 4> hertz_of_first{44'100, 48'000, 32'000, 0};
    constexpr std::size_t head = 4;
    if (bytes.size() < head) return {};
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const bool is_layer_three = at(0) == 0xFF && (at(1) & 0xE6U) == 0xE2U;
    const auto version = (at(1) >> 3U) & 3U;  // 3: MPEG 1, 2: MPEG 2, 0: MPEG 2.5
    if (!is_layer_three || version == 1) return {};
    const bool is_first = version == 3;
    const auto rate = kilobits.at(is_first ? 1 : 0).at(at(2) >> 4U);
    const auto divisor = version == 3 ? 1 : version == 2 ? 2 : 4;
    const auto hertz = hertz_of_first.at((at(2) >> 2U) & 3U) / divisor;
    if (rate == 0 || hertz == 0) return {};
    constexpr std::int64_t bits = 8;
    const std::int64_t samples = is_first ? 1152 : 576;
    const auto padding = (at(2) >> 1U) & 1U;
    return Frame{
        .bytes = static_cast<std::size_t>(samples / bits * rate * thousand / hertz) + padding,
        .samples = samples,
        .hertz = hertz};
}

ChildLimits child_limits(int seconds_max)
{
    constexpr std::uint64_t bits = 8;
    // A little more than the longest: what is longer is told by its length, not by a full pipe.
    const auto bytes_max =
        static_cast<std::uint64_t>(seconds_max + 60) * limits::kilobits_a_second * 1000 / bits;
    return {.wall_seconds = limits::child_seconds_max,
            .cpu_seconds = limits::child_seconds_max,
            .memory_bytes = limits::child_memory_bytes,
            .file_bytes = 0,
            .output_bytes = bytes_max};
}

tl::unexpected<Error> damaged() { return failure(Failure::invalid, "audio.damaged", "file"); }
tl::unexpected<Error> too_long(int seconds_max)
{
    constexpr int minute = 60;
    return failure(Failure::too_large, "audio.too_long", "file",
                   {std::to_string(seconds_max / minute)});
}

}  // namespace

Result<Mp3> to_mp3(const std::string& path, Source source, int seconds_max)
{
    std::vector<std::string> arguments{"lame",
                                       "--quiet",
                                       "-m",
                                       "m",
                                       "--resample",
                                       "24",
                                       "-b",
                                       std::to_string(limits::kilobits_a_second),
                                       "--cbr",
                                       "-t",
                                       "--noreplaygain"};
    if (source == Source::mp3) arguments.emplace_back("--mp3input");
    arguments.emplace_back(path);
    arguments.emplace_back("-");
    auto output =
        run_child({.arguments = std::move(arguments), .limits = child_limits(seconds_max)});
    if (!output && output.error().key == "base.process.too_much_output")
        return too_long(seconds_max);
    if (!output && output.error().key == "base.process.crashed") return damaged();
    if (!output) return tl::unexpected<Error>(std::move(output).error());
    const auto length = milliseconds_of(output->text);
    if (output->exit_code != 0 || length < thousand) return damaged();
    if (length > seconds_max * thousand) return too_long(seconds_max);
    return Mp3{.bytes = std::move(output->text), .seconds = (length + thousand - 1) / thousand};
}

std::int64_t milliseconds_of(std::string_view mp3)
{
    std::int64_t milliseconds_by_hertz = 0;
    std::int64_t hertz = 0;
    while (const auto frame = frame_at(mp3)) {
        if (frame->bytes > mp3.size()) break;
        hertz = frame->hertz;
        milliseconds_by_hertz += frame->samples * thousand;
        mp3.remove_prefix(frame->bytes);
    }
    return hertz == 0 ? 0 : milliseconds_by_hertz / hertz;
}

}  // namespace caicach::audio
