#include "obligation/reminder/number_reminding.hpp"

#include "obligation/target/number_rhythm.hpp"
#include "obligation/target/test/targets.hpp"
#include "reminded_office.hpp"

namespace caicach::obligation
{
namespace
{

using identity::Role;

/// Two targets of all departments, asked for each month by the 16th of the next.
plan::PlanId asking_plan(Province& province)
{
    auto other = share_of_departments(province);
    other.path = "I.2";
    other.title = "Tối thiểu 60% hồ sơ thanh toán trực tuyến";
    const auto id = put_in_force(province, {share_of_departments(province), other});
    auto transaction = MUST(province.context.begin());
    const auto plan = MUST(plan::summary_of(transaction, id));
    const auto items = MUST(plan::items_in_force(transaction, id));
    MUST(set_rhythm(province.context, transaction, plan, items, {.rhythm = "month", .days = 16}));
    MUST(transaction.commit());
    return id;
}

}  // namespace

TEST_CASE("missing numbers are one line of the digest, on the days of the rules, and never twice")
{
    in_reminded_office([](RemindedOffice& office) {
        asking_plan(office.province);
        const auto officer = office.person("Lê Thị Hoa", "SYT", Role::agency_officer);
        const auto head = office.person("Trần Văn Bình", "SYT", Role::agency_head);
        const auto of_officer = [&] {
            std::vector<SentMessage> found;
            for (auto& message : office.messages())
                if (message.account == officer && message.channel == "in_app")
                    found.push_back(std::move(message));
            return found;
        };
        office.run_on(day(3, 10));
        CHECK(of_officer().empty());
        office.run_on(day(3, 16));
        REQUIRE(of_officer().size() == 1);
        const auto said = of_officer().front();
        CHECK(said.path == "/chi-tieu");
        CHECK(said.body.find("số liệu Tháng 2/2026 của 2 chỉ tiêu") != std::string::npos);
        CHECK(said.body.find("hạn 16/03/2026") != std::string::npos);
        office.run_on(day(3, 16));
        CHECK(of_officer().size() == 1);
        CHECK(!office.readers().contains(head));
        // Three working days late: the head.
        office.run_on(day(3, 19));
        CHECK(office.readers().contains(head));
    });
}

TEST_CASE(
    "who has stated its numbers is not reminded, and who coordinates hears of all in one line")
{
    in_reminded_office([](RemindedOffice& office) {
        const auto plan = asking_plan(office.province);
        const auto officer = office.person("Lê Thị Hoa", "STC", Role::agency_officer);
        const auto coordinator = office.person("Ngô Văn Ba", "SNV", Role::coordinator);
        for (std::size_t at = 0; at < 2; ++at) {
            auto context = office.context();
            auto transaction = MUST(context.begin());
            auto targets = loaded(context, transaction, plan);
            const auto& target = targets.targets()[at];
            MUST(state_measurement(context, transaction, targets, target,
                                   {.plan = plan,
                                    .lineage = target.item.lineage,
                                    .measure = target.measures.front().key,
                                    .agency = office.province.agency("STC")},
                                   {pair(9, 10), day(2, 28), "Báo cáo"}));
            MUST(transaction.commit());
        }
        office.run_on(day(3, 22));
        office.run_on(day(3, 23));
        CHECK(!office.readers().contains(officer));
        REQUIRE(office.readers().contains(coordinator));
        std::string said;
        for (const auto& message : office.messages())
            if (message.account == coordinator) said += message.body;
        CHECK(said.find(" cơ quan chưa báo số liệu Tháng 2/2026") != std::string::npos);
    });
}

}  // namespace caicach::obligation
