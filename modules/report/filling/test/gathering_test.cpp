#include "report/filling/gathering.hpp"

#include "json/value.hpp"
#include "report/aggregate/test/collected_period.hpp"
#include "report/flow/submission.hpp"

namespace caicach::report
{
namespace
{

Filled filled(const CollectingRoom& at, std::string_view agency)
{
    const auto report = at.room.report(at.period.id, agency);
    auto transaction = MUST(at.room.context.begin());
    return MUST(filled_of(at.room.context, transaction, report));
}

Amount sent(const Filled& filled, std::string_view key)
{
    return filled.indicator(key)->sent().value_or(Amount{});
}

/// SYT and STC have sent theirs; SNV has written its own numbers.
struct Gathered3 {
    CollectingRoom at;

    explicit Gathered3(Room& room) : at(room)
    {
        at.fill("SYT", {{"ho_so", 0, "100"},
                        {"hai_long", 0, "80"},
                        {"ty_le", 0, "1"},
                        {"ty_le/mau", 0, "2"},
                        {"cao", 0, "5"},
                        {"co", 0, "1"}});
        at.fill("STC", {{"ho_so", 0, "300"},
                        {"hai_long", 0, "90"},
                        {"ty_le", 0, "90"},
                        {"ty_le/mau", 0, "100"},
                        {"cao", 0, "7"},
                        {"co", 0, "0"}});
        at.fill("SNV", {{"ho_so", 0, "50"},
                        {"hai_long", 0, "60"},
                        {"ty_le", 0, "3"},
                        {"ty_le/mau", 0, "4"},
                        {"cao", 0, "6"},
                        {"co", 0, "1"}});
        MUST(at.steps.send(at.code("SYT")));
        MUST(at.steps.send(at.code("STC")));
    }
};

Gathering gathering(Room& room, const Filled& filled)
{
    auto transaction = MUST(room.context.read());
    return MUST(gathering_of(room.context, transaction, filled));
}

}  // namespace

TEST_CASE("the collector's own report holds its numbers and those of all who report to it")
{
    in_room([](Room& room) {
        const Gathered3 three{room};
        const auto& at = three.at;
        const auto own = filled(at, "SNV");
        CHECK(own.report.collector == room.agency("UBND"));
        CHECK(own.indicator("ho_so")->own()->numerator == 50 * one);
        CHECK(own.indicator("ho_so")->gathered->from_reporters.amount->numerator == 400 * one);
        CHECK(sent(own, "ho_so").numerator == 450 * one);
        CHECK(sent(own, "hai_long") == Amount{38'000 * one, 450 * one});
        CHECK(sent(own, "ty_le") == Amount{94 * one, 106 * one});
        CHECK(sent(own, "cao").numerator == 7 * one);
        CHECK(sent(own, "co") == Amount{2 * one, 3 * one});
        CHECK(shown(*own.indicator("hai_long")->indicator, sent(own, "hai_long")) == "84,44");
        CHECK(shown(*own.indicator("co")->indicator, sent(own, "co")) == "2 trong 3");
        // A report that nobody is gathered in is as it was.
        CHECK(filled(at, "SYT").reporters.empty());
        CHECK_FALSE(filled(at, "SYT").indicator("ho_so")->gathered);
    });
}

TEST_CASE("sent upward it is one row for who collects it, and stays as it was frozen")
{
    in_room([](Room& room) {
        const Gathered3 three{room};
        const auto& at = three.at;
        CHECK_FALSE(at.total("ho_so", "UBND").amount);
        MUST(at.steps.send(at.code("SNV")));
        CHECK(at.total("ho_so", "UBND").amount->numerator == 450 * one);
        CHECK(at.total("ho_so", "UBND").counted == 1);
        CHECK(*at.total("hai_long", "UBND").amount == Amount{38'000 * one, 450 * one});
        CHECK(*at.total("co", "UBND").amount == Amount{2 * one, 3 * one});
        CHECK(at.total("ho_so").amount->numerator == 400 * one);

        MUST(at.steps.return_it(at.code("STC")));
        CHECK(sent(filled(at, "SNV"), "ho_so").numerator == 150 * one);
        CHECK(at.total("ho_so", "UBND").amount->numerator == 450 * one);
        MUST(at.steps.take_back(at.code("SNV")));
        MUST(at.steps.send(at.code("SNV")));
        CHECK(at.total("ho_so", "UBND").amount->numerator == 150 * one);
    });
}

TEST_CASE("what is frozen says both parts, and by whose submissions they were made")
{
    in_room([](Room& room) {
        const Gathered3 three{room};
        const auto& at = three.at;
        MUST(at.steps.send(at.code("SNV")));
        auto transaction = MUST(room.context.read());
        const auto report = room.report(at.period.id, "SNV");
        const auto content = MUST(SubmissionStore{transaction}.content(report.current));
        const auto frozen = MUST(json::parse(content));
        for (const auto& indicator : frozen["indicators"].elements()) {
            if (indicator["key"].as_string() != "ho_so") continue;
            CHECK(indicator["own"]["value"].as_string() == "50");
            CHECK(indicator["reporters"]["value"].as_string() == "400");
            CHECK(indicator["reporters"]["counted"].as_integer() == 2);
            CHECK(indicator["sent"]["value"].as_string() == "450");
        }
        int with_receipt = 0;
        for (const auto& one_of : frozen["reporters"].elements()) {
            if (!one_of.has("receipt")) continue;
            ++with_receipt;
            CHECK(one_of["counts"].as_bool());
            const auto agency = room.report(at.period.id, one_of["agency"].as_string());
            const auto standing =
                MUST(SubmissionStore{transaction}.by_code(one_of["receipt"].as_string()));
            CHECK(standing.id == agency.current);
        }
        CHECK(with_receipt == 2);
        CHECK(frozen["reporters"].elements().size() > 2);
    });
}

TEST_CASE("a mean of one's own that lacks its weight stops the report, and is told")
{
    in_room([](Room& room) {
        const Gathered3 three{room};
        three.at.fill("SNV", {{"ho_so", 0, "", "50"}});
        const auto own = filled(three.at, "SNV");
        CHECK(sent(own, "hai_long") == Amount{35'000 * one, 400 * one});
        const auto faults = faults_of(own);
        CHECK(std::ranges::any_of(faults, [](const Fault& fault) {
            return fault.field == "hai_long" && fault.weight == Weight::stops;
        }));
        const auto refused = three.at.steps.send(three.at.code("SNV"));
        CHECK(refused.error().key == "report.flow.faults");
    });
}

TEST_CASE("the page of such a report says who is missing in it")
{
    in_room([](Room& room) {
        const Gathered3 three{room};
        const auto own = filled(three.at, "SNV");
        const auto said = gathering(room, own);
        CHECK(said.lacks_any);
        CHECK(said.text.find("2 trong") != std::string::npos);
        CHECK(said.path.starts_with("/tong-hop/"));
        CHECK(said.text.find("Từ khi gửi") == std::string::npos);
        MUST(three.at.steps.send(three.at.code("SNV")));
        MUST(three.at.steps.return_it(three.at.code("STC")));
        const auto now = gathering(room, filled(three.at, "SNV"));
        CHECK(now.text.find("số cộng đã khác số đã gửi") != std::string::npos);
        const auto other = filled(three.at, "SYT");
        CHECK(gathering(room, other).text.empty());
    });
}

}  // namespace caicach::report
