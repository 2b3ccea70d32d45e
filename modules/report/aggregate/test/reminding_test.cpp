#include "report/aggregate/reminding.hpp"

#include <algorithm>

#include "identity/api.hpp"
#include "report/aggregate/test/collected_period.hpp"

namespace caicach::report
{
namespace
{

/// A period whose reporters have an officer each at SYT and STC, and none elsewhere.
struct RemindingRoom {
    CollectingRoom period;
    AccountId health{};
    AccountId finance{};

    explicit RemindingRoom(Room& room)
        : period(room), health(officer("SYT", "y.te")), finance(officer("STC", "tai.chinh"))
    {
    }

    [[nodiscard]] Context& context() const { return period.room.context; }
    [[nodiscard]] AccountId officer(std::string_view code, std::string_view name) const
    {
        const auto agency = period.room.agency(code);
        auto transaction = MUST(context().begin());
        const auto id =
            MUST(identity::create_account(context(), transaction,
                                          {.name = "Lò Văn Sơn",
                                           .agency = agency,
                                           .user_name = std::string{name} + "@songlam.example"}));
        MUST(identity::grant_role(context(), transaction, id, identity::Role::agency_officer,
                                  agency));
        MUST(transaction.commit());
        return id;
    }
    /// Of these agencies, as somebody who may do it unless told otherwise.
    [[nodiscard]] Result<Reminded> remind(const std::vector<std::string_view>& agencies) const
    {
        return remind(context(), agencies);
    }
    [[nodiscard]] Result<Reminded> remind(Context& by,
                                          const std::vector<std::string_view>& agencies) const
    {
        const auto collector = period.room.agency("SNV");
        std::vector<organisation::AgencyId> wanted;
        for (const auto code : agencies) wanted.push_back(period.room.agency(code));
        auto transaction = TRY(by.begin());
        auto reports = TRY(collected_reports(transaction, period.period, collector));
        std::erase_if(reports, [&](const CollectedReport& one) {
            return std::ranges::find(wanted, one.report.agency) == wanted.end();
        });
        const auto done = TRY(remind_by_hand(by, transaction, period.period, collector, reports));
        TRY(transaction.commit());
        return done;
    }
    [[nodiscard]] std::vector<std::string> told(AccountId account) const
    {
        auto transaction = MUST(context().read());
        return MUST(transaction.all(
            "SELECT subject FROM notification_message WHERE account_id = $1 AND channel = 'in_app' "
            "ORDER BY id",
            [](const database::Row& row) { return row.string("subject"); }, account));
    }
    [[nodiscard]] std::int64_t audited() const
    {
        const auto& lines = period.room.desk.recorder.lines;
        return std::ranges::count_if(lines, [](const std::string& line) {
            return line.find("report.reminded") != std::string::npos;
        });
    }
};

std::string key_of_refusal(const Result<Reminded>& done)
{
    return done ? std::string{} : done.error().key;
}

}  // namespace

TEST_CASE("who owes a report is reminded by hand once a day, with an audit line")
{
    in_room([](Room& room) {
        const RemindingRoom at{room};
        const auto first = MUST(at.remind({"SYT"}));
        CHECK(first.told == 1);
        REQUIRE(at.told(at.health).size() == 1);
        CHECK(at.told(at.health)[0].find("Nhắc gửi báo cáo") != std::string::npos);
        CHECK(at.told(at.finance).empty());
        CHECK(at.audited() == 1);
        CHECK(key_of_refusal(at.remind({"SYT"})) == "report.reminder.told_today");
        // All at once: who was told is passed over, who works without the program is counted.
        const auto all = MUST(at.remind({"SYT", "STC", "STP"}));
        CHECK(all.told == 1);
        CHECK(all.already == 1);
        CHECK(all.unreachable == 1);
        CHECK(at.told(at.health).size() == 1);
        CHECK(at.told(at.finance).size() == 1);
        CHECK(key_of_refusal(at.remind({"STP"})) == "report.reminder.unreachable");
        CHECK(at.audited() == 2);
        {
            auto transaction = MUST(at.context().read());
            CHECK(MUST(reminded_today(at.context(), transaction, at.period.period,
                                      room.agency("SNV")))
                      .size() == 2);
        }
        const auto due = room.report(at.period.period.id, "SYT").due_on;
        room.desk.clock.set_today(due.plus_days(1));
        CHECK(MUST(at.remind({"SYT"})).told == 1);
        REQUIRE(at.told(at.health).size() == 2);
        CHECK(at.told(at.health)[1].find("đã quá hạn") != std::string::npos);
    });
}

TEST_CASE("nobody is reminded of a report that is sent, or by who does not check reports there")
{
    in_room([](Room& room) {
        const RemindingRoom at{room};
        at.period.fill("SYT", {{"ho_so", 0, "1"}});
        MUST(at.period.steps.send(at.period.code("SYT")));
        CHECK(key_of_refusal(at.remind({"SYT"})) == "report.reminder.nobody_owes");
        CHECK(at.told(at.health).empty());
        room.desk.authority.answer = false;
        auto stranger = room.desk.context_of(organisation::scope_of(room.agency("SNV")));
        const auto refused = at.remind(stranger, {"STC"});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Failure::forbidden);
        CHECK(at.told(at.finance).empty());
        CHECK(at.audited() == 0);
    });
}

}  // namespace caicach::report
