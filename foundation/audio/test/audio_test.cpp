#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <string>

#include "audio/limits.hpp"
#include "audio/mp3.hpp"
#include "audio/speech.hpp"
#include "base/file.hpp"

namespace caicach::audio
{
namespace
{

std::string written(const TemporaryDirectory& folder, std::string_view name, std::string_view bytes)
{
    auto path = folder.file(name);
    std::ofstream{path, std::ios::binary} << bytes;
    return path;
}

std::string little_endian(std::uint32_t value, int bytes)
{
    std::string text;
    for (int i = 0; i < bytes; ++i) text += static_cast<char>((value >> (8 * i)) & 0xFF);
    return text;
}

/// 16 bits, one channel, 8,000 Hz: a tone.
std::string wav_of(int seconds)
{
    constexpr std::uint32_t hertz = 8000;
    const auto samples = hertz * static_cast<std::uint32_t>(seconds);
    std::string bytes = "RIFF" + little_endian(36 + samples * 2, 4) + "WAVEfmt " +
                        little_endian(16, 4) + little_endian(1, 2) + little_endian(1, 2) +
                        little_endian(hertz, 4) + little_endian(hertz * 2, 4) +
                        little_endian(2, 2) + little_endian(16, 2) + "data" +
                        little_endian(samples * 2, 4);
    bytes.reserve(bytes.size() + samples * 2);
    for (std::uint32_t i = 0; i < samples; ++i) {
        const auto wave = static_cast<std::int16_t>((i / 10 % 2 == 0) ? 6000 : -6000);
        bytes += little_endian(static_cast<std::uint16_t>(wave), 2);
    }
    return bytes;
}

constexpr std::string_view sentence =
    "Thưa bà con, từ sáng thứ bảy tuần này, bộ phận một cửa của xã mở cửa đến mười một giờ. ";

}  // namespace

TEST_CASE("a recording becomes an MP3 of the same length, and that one again")
{
    const auto folder = MUST(TemporaryDirectory::create());
    const auto first = MUST(to_mp3(written(folder, "a.wav", wav_of(7)), Source::other));
    CHECK(first.seconds >= 7);
    CHECK(first.seconds <= 8);
    // 48,000 bits a second.
    CHECK(first.bytes.size() == doctest::Approx(7 * 6000).epsilon(0.05));
    CHECK(milliseconds_of(first.bytes) == doctest::Approx(7000).epsilon(0.03));
    const auto again = MUST(to_mp3(written(folder, "b.mp3", first.bytes), Source::mp3));
    CHECK(milliseconds_of(again.bytes) == doctest::Approx(7000).epsilon(0.03));
}

TEST_CASE("what is no sound, or ends before it begins, is refused as such")
{
    const auto folder = MUST(TemporaryDirectory::create());
    const auto key_of = [&](std::string_view bytes, Source source) {
        const auto sound = to_mp3(written(folder, "x", bytes), source);
        return sound ? std::string{"taken"} : sound.error().key;
    };
    CHECK(key_of(std::string{"ID3\4\0\0\0\0\0\0", 10} + std::string(5000, 'x'), Source::mp3) ==
          "audio.damaged");
    CHECK(key_of("RIFF\x10WAVEfmt ", Source::other) == "audio.damaged");
    CHECK(key_of("OggS và chữ", Source::other) == "audio.damaged");
    CHECK(key_of(wav_of(1).substr(0, 4000), Source::other) == "audio.damaged");
}

TEST_CASE("what plays longer than allowed is refused, whether it fills the pipe or not")
{
    const auto folder = MUST(TemporaryDirectory::create());
    for (const int seconds : {65, 130}) {
        const auto path = written(folder, "long.wav", wav_of(seconds));
        const auto refused = to_mp3(path, Source::other, 60);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "audio.too_long");
        CHECK(refused.error().kind == Failure::too_large);
        CHECK(refused.error().arguments == std::vector<std::string>{"1"});
    }
}

TEST_CASE("the machine reads Vietnamese at about the speed asked for")
{
    std::string text;
    for (int i = 0; i < 5; ++i) text += sentence;  // 5 × 20 syllables
    const auto spoken = MUST(speak(text, 180));
    const auto sound = MUST(to_mp3(spoken.path, Source::other));
    CHECK(static_cast<double>(sound.seconds) == doctest::Approx(100 * 60 / 180.0).epsilon(0.25));
    const auto slower = MUST(speak(text, 120));
    CHECK(MUST(to_mp3(slower.path, Source::other)).seconds > sound.seconds);
}

TEST_CASE("brackets are read, not obeyed; a book is not read at all")
{
    CHECK(speak("Xã [[a]] thông báo. Xin mời bà con đến đúng giờ.", 180));
    const auto refused = speak(std::string(limits::text_bytes_max + 1, 'a'), 180);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "audio.text_too_long");
}

TEST_CASE("frames are counted whole, and what does not begin with one is none")
{
    CHECK(milliseconds_of("") == 0);
    CHECK(milliseconds_of("\xFF") == 0);
    CHECK(milliseconds_of("chữ") == 0);
    // MPEG 1, 128 kbit, 44,100 Hz: 417 bytes for 1,152 samples.
    std::string frame = "\xFF\xFB\x90";
    frame.resize(417);
    CHECK(milliseconds_of(frame) == 26);
    CHECK(milliseconds_of(frame.substr(0, 416)) == 0);
    CHECK(milliseconds_of(frame + frame.substr(0, 100)) == 26);
}

}  // namespace caicach::audio
