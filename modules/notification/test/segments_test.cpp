#include "notification/sending/segments.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

#include "text/text.hpp"

namespace caicach::notification
{
namespace
{

std::string times(std::string_view text, int count)
{
    std::string out;
    for (int at = 0; at < count; ++at) out += text;
    return out;
}

/// A small generator of its own: the same texts on every machine.
class Dice
{
public:
    std::uint32_t next()
    {
        m_state = m_state * 1664525U + 1013904223U;
        return m_state >> 8U;
    }

private:
    std::uint32_t m_state{20261122};
};

std::string random_text(Dice& dice, bool is_vietnamese)
{
    constexpr std::string_view plain[]{"a", "Z", "7", " ", "{", "€", "@", "é", "\n"};
    constexpr std::string_view marked[]{"đ", "ấ", "Ờ", "x", " ", "😀", "ữ", "~", "9"};
    std::string text;
    const auto length = dice.next() % 400;
    for (std::uint32_t at = 0; at < length; ++at)
        text += (is_vietnamese ? marked : plain)[dice.next() % 9];
    return text;
}

}  // namespace

TEST_CASE("segments end where the standard says")
{
    CHECK(segments_of("").count == 0);
    CHECK(segments_of("a").left == 159);
    CHECK(segments_of(times("a", 160)).count == 1);
    CHECK(segments_of(times("a", 161)).count == 2);
    CHECK(segments_of(times("a", 306)).count == 2);
    CHECK(segments_of(times("a", 307)).count == 3);
    CHECK(segments_of(times("ư", 70)).count == 1);
    CHECK(segments_of(times("ư", 71)).count == 2);
    CHECK(segments_of(times("ư", 134)).count == 2);
    CHECK(segments_of(times("ư", 135)).count == 3);
    CHECK_FALSE(segments_of("Sở Nội vụ").is_gsm);
    CHECK(segments_of("So Noi vu").is_gsm);
    CHECK(segments_of("Giá: 5€").is_gsm == false);
    CHECK(segments_of("Gia: 5€").units == 8);
}

TEST_CASE("neither a pair of septets nor a surrogate pair is parted")
{
    CHECK(segments_of(times("€", 80)).count == 1);
    // 76 pairs fill 152 of 153 septets: the odd one stays empty.
    CHECK(segments_of(times("€", 76 * 2)).count == 2);
    CHECK(segments_of(times("€", 76 * 2 + 1)).count == 3);
    CHECK(segments_of(times("😀", 35)).count == 1);
    CHECK(segments_of(times("😀", 66)).count == 2);
    CHECK(segments_of(times("😀", 67)).count == 3);
}

TEST_CASE("whatever the text, segments hold it, are no more than needed, and grow with it")
{
    Dice dice;
    for (int round = 0; round < 2000; ++round) {
        const auto text = random_text(dice, round % 2 == 0);
        CAPTURE(text);
        const auto made = segments_of(text);
        const std::int64_t joined = made.is_gsm ? 153 : 67;
        const std::int64_t alone = made.is_gsm ? 160 : 70;
        CHECK((made.count == 0) == text.empty());
        CHECK((made.count <= 1) == (made.units <= alone));
        if (made.count > 1) {
            CHECK(made.units <= made.count * joined);
            // Each segment that is not the last wastes one unit at most.
            CHECK(made.units > (made.count - 1) * (joined - 1));
        }
        CHECK(made.left >= 0);
        CHECK(made.left < alone + (text.empty() ? 1 : 0));
        CHECK(segments_of(text + "a").units == made.units + 1);
        CHECK(segments_of(text + "a").count >= made.count);
    }
}

TEST_CASE("without diacritics letters keep their case, and never cost more")
{
    CHECK(without_marks("Đắk Nông: ĐỀ NGHỊ ông/bà “gửi” báo cáo – gấp…") ==
          "Dak Nong: DE NGHI ong/ba \"gui\" bao cao - gap...");
    CHECK(without_marks("Đắk") == "Dak");
    CHECK(without_marks("nga@songlam.vn, 25/03/2026") == "nga@songlam.vn, 25/03/2026");
    Dice dice;
    for (int round = 0; round < 500; ++round) {
        const auto text = random_text(dice, true);
        CAPTURE(text);
        const auto plain = without_marks(text);
        CHECK(without_marks(plain) == plain);
        CHECK(segments_of(plain).count <= segments_of(text).count);
    }
}

}  // namespace caicach::notification
