#include "newsroom/article/changes.hpp"

#include <doctest/doctest.h>

#include <cstdint>

namespace caicach::newsroom
{
namespace
{

/// "Có [-102-]{+120+} hồ sơ."
std::string marked(std::string_view before, std::string_view after)
{
    std::string text;
    for (const auto& part : changes_between(before, after)) {
        if (part.change == Change::removed)
            text += "[-" + part.text + "-]";
        else if (part.change == Change::added)
            text += "{+" + part.text + "+}";
        else
            text += part.text;
    }
    return text;
}

std::string joined(const std::vector<ChangedPart>& parts, Change besides)
{
    std::string text;
    for (const auto& part : parts)
        if (part.change == Change::kept || part.change == besides) text += part.text;
    return text;
}

/// The same numbers each time.
class Dice
{
public:
    std::size_t operator()()
    {
        m_state = m_state * 1'103'515'245U + 12'345U;
        return m_state >> 16U;
    }

private:
    std::uint32_t m_state{20'260'315};
};

/// Few different words, so that much is alike.
std::string some_text(Dice& random, std::size_t words)
{
    constexpr std::string_view alphabet = "abcd\n";
    std::string text;
    for (std::size_t i = 0; i < words; ++i) {
        text += alphabet[random() % alphabet.size()];
        if (random() % 2 == 0) text += ' ';
    }
    return text;
}

}  // namespace

TEST_CASE("what differs is shown by whole words, what went before what came")
{
    CHECK(marked("Có 102 hồ sơ.", "Có 120 hồ sơ.") == "Có [-102 -]{+120 +}hồ sơ.");
    CHECK(marked("Xã trả kết quả", "Xã đã trả kết quả") == "Xã {+đã +}trả kết quả");
    CHECK(marked("một\n\nhai", "một\n\nba\n\nhai") == "một\n\n{+ba\n\n+}hai");
    CHECK(marked("a b c d", "x y c z") == "[-a b -]{+x y +}c [-d-]{+z+}");
    CHECK(marked("như nhau", "như nhau") == "như nhau");
    CHECK(marked("", "mới") == "{+mới+}");
    CHECK(marked("cũ", "") == "[-cũ-]");
    CHECK(marked("", "").empty());
}

TEST_CASE("both texts come out of the parts again, whatever they are")
{
    Dice random;
    for (int i = 0; i < 300; ++i) {
        const auto before = some_text(random, random() % 40);
        const auto after = some_text(random, random() % 40);
        const auto parts = changes_between(before, after);
        CAPTURE(before);
        CAPTURE(after);
        CHECK(joined(parts, Change::removed) == before);
        CHECK(joined(parts, Change::added) == after);
        for (std::size_t at = 1; at < parts.size(); ++at) {
            const bool goes_on = parts[at - 1].change < parts[at].change;
            CHECK(goes_on == (parts[at].change != Change::kept));
        }
    }
}

TEST_CASE("texts that have little in common are compared by paragraphs, then as wholes")
{
    std::string before = "Mở đầu như nhau.\n";
    std::string after = before;
    for (int i = 0; i < 800; ++i) {
        before += "cũ" + std::to_string(i) + " ";
        after += "mới" + std::to_string(i) + " ";
    }
    const auto parts = changes_between(before, after);
    REQUIRE(parts.size() == 3);
    CHECK(parts[0] == ChangedPart{Change::kept, "Mở đầu như nhau.\n"});
    CHECK(words_in(parts, Change::removed) == 800);
    CHECK(words_in(parts, Change::added) == 800);
    for (auto* text : {&before, &after})
        for (auto& sign : *text)
            if (sign == ' ') sign = '\n';
    const auto whole = changes_between(before, "x" + after);
    CHECK(whole.size() == 2);
    CHECK(joined(whole, Change::removed) == before);
}

}  // namespace caicach::newsroom
