#include "channel/broadcast/script.hpp"

#include <doctest/doctest.h>

#include "channel/broadcast/broadcast_limits.hpp"
#include "channel/broadcast/reading_time.hpp"

namespace caicach::channel
{
namespace
{

constexpr BroadcastRules usual{
    .syllables_a_minute = 180, .pause_seconds = 3, .minutes_min = 5, .minutes_max = 15};

std::vector<ScriptPart> three_parts()
{
    return {{.heading = "Một", .text = "một"},
            {.heading = "Hai", .text = "hai"},
            {.heading = "Ba", .text = "ba"}};
}

std::string order_of(const std::vector<ScriptPart>& parts)
{
    std::string order;
    for (const auto& one : parts) order += one.text + " ";
    return order;
}

std::vector<ScriptPart> of_syllables(int count)
{
    std::string text;
    for (int i = 0; i < count; ++i) text += "xã ";
    return {{.text = text}};
}

}  // namespace

TEST_CASE("numbers and abbreviations take as long as they are spoken")
{
    CHECK(syllables_of("Ủy ban nhân dân xã Bình Minh") == 7);
    CHECK(syllables_of("2026") == 7);
    CHECK(syllables_of("ngày 15/3") == 1 + 3 + 1);
    CHECK(syllables_of("TTHC") == 4);
    CHECK(syllables_of("UBND xã") == 5);
    // A heading in capitals, and a word that begins with the one long row of consonants there is.
    CHECK(syllables_of("XA NGHE AN") == 3);
    CHECK(syllables_of(" – … ") == 0);
    CHECK(syllables_of("") == 0);
}

TEST_CASE("a script lasts as long as its syllables at its speed, and a pause between passages")
{
    CHECK(reading_seconds({}, 180, usual) == 0);
    CHECK(reading_seconds(of_syllables(180), 180, usual) == 60);
    CHECK(reading_seconds(of_syllables(180), 200, usual) == 54);
    // What is begun counts.
    CHECK(reading_seconds(of_syllables(1), 180, usual) == 1);
    CHECK(reading_seconds(three_parts(), 180, usual) == 1 + 2 * 3);
}

TEST_CASE("five to fifteen minutes fit, both included")
{
    CHECK(verdict_on(299, usual) == LengthVerdict::too_short);
    CHECK(verdict_on(300, usual) == LengthVerdict::fits);
    CHECK(verdict_on(900, usual) == LengthVerdict::fits);
    CHECK(verdict_on(901, usual) == LengthVerdict::too_long);
    CHECK(duration_text(45) == "45 giây");
    CHECK(duration_text(300) == "5 phút");
    CHECK(duration_text(390) == "6 phút 30 giây");
}

TEST_CASE("the built-in rules hold today and name the five minutes and fifteen of the plans")
{
    const auto rules = MUST(broadcast_rules_on(*Date::create(2026, 3, 15)));
    CHECK(rules.minutes_min == 5);
    CHECK(rules.minutes_max == 15);
    CHECK(rules.syllables_a_minute == 180);
}

TEST_CASE("passages change their places one by one and stop at the ends")
{
    auto parts = three_parts();
    CHECK(move_part(parts, 3, PartStep::up));
    CHECK(order_of(parts) == "một ba hai ");
    CHECK(move_part(parts, 1, PartStep::up));
    CHECK(move_part(parts, 3, PartStep::down));
    CHECK(order_of(parts) == "một ba hai ");
    CHECK(remove_part(parts, 1));
    CHECK(rewrite_part(parts, 2, {.article = newsroom::ArticleId{9}, .text = "bốn"}));
    CHECK(order_of(parts) == "ba bốn ");
    // Whence it came is not for a form to say.
    CHECK(parts[1].article == newsroom::ArticleId{});
    for (const std::int64_t nowhere : {-1, 0, 3}) {
        const auto refused = move_part(parts, nowhere, PartStep::up);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().key == "channel.script.no_part");
        CHECK_FALSE(remove_part(parts, nowhere));
        CHECK_FALSE(rewrite_part(parts, nowhere, {}));
    }
}

TEST_CASE("a script has an end")
{
    std::vector<ScriptPart> parts(limits::script_parts_max);
    const auto refused = add_part(parts, {.text = "một đoạn nữa"});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().key == "channel.script.too_many_parts");
}

TEST_CASE("who writes a script sends it in; somebody else approves or sends it back")
{
    constexpr ScriptRights writer{.composes = true, .is_writer = true};
    constexpr ScriptRights approver{.approves = true};
    constexpr ScriptRights both{.composes = true, .approves = true, .is_writer = true};
    const Script draft{};
    const Script sent{.state = ScriptState::submitted};
    const Script approved{.state = ScriptState::approved};
    CHECK(script_acts(draft, writer) ==
          std::vector{ScriptAct::edit, ScriptAct::discard, ScriptAct::submit});
    CHECK(script_acts(draft, approver).empty());
    CHECK(script_acts(sent, writer) == std::vector{ScriptAct::take_back});
    CHECK(script_acts(sent, approver) == std::vector{ScriptAct::send_back, ScriptAct::approve});
    CHECK(script_acts(approved, writer).empty());
    CHECK(script_acts(approved, approver) == std::vector{ScriptAct::send_back});
    const auto own = require_act(sent, both, ScriptAct::approve);
    REQUIRE_FALSE(own);
    CHECK(own.error().key == "channel.script.own");
    const auto late = require_act(approved, both, ScriptAct::edit);
    REQUIRE_FALSE(late);
    CHECK(late.error().kind == Failure::conflict);
    const auto foreign = require_act(draft, {}, ScriptAct::edit);
    REQUIRE_FALSE(foreign);
    CHECK(foreign.error().key == "channel.script.not_yours");
}

}  // namespace caicach::channel
