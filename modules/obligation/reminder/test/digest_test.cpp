#include "obligation/reminder/digest.hpp"

#include "obligation/testing.hpp"
#include "reminded_office.hpp"

namespace caicach::obligation
{

TEST_CASE("a short text says how much is overdue, and for how long at most")
{
    in_reminded_office([](RemindedOffice& office) {
        auto context = office.context();
        const auto plan = put_in_force(office.province, {monthly_articles(context, "SYT", 2)});
        const auto health = office.province.agency("SYT");
        office.person("Lục Văn Bách", "SYT", identity::Role::agency_officer);
        std::vector<Task> tasks;
        for (const auto* period : {"2026-03", "2026-04", "2026-05"})
            tasks.push_back({.obligation = office.province.obligation(plan, health, period)});
        auto transaction = MUST(context.begin());
        const auto account = MUST(identity::account_by_user_name(transaction, "nguoi1@songlam.vn"));
        REQUIRE(account);
        const auto subject_on = [&](Date today) {
            office.province.desk.clock.set_today(today);
            Digest digest{.account = *account};
            for (const auto& task : tasks)
                digest.add({.task = &task, .rule = "late_day", .agency = "Sở Y tế"},
                           {notification::Channel::email});
            MUST(send_digest(context, transaction, digest,
                             {.template_key = "reminder.due", .key = "test/" + today.iso()}));
            return MUST(
                transaction.one("SELECT subject FROM notification_message ORDER BY id DESC LIMIT 1",
                                [](const database::Row& row) { return row.string("subject"); }));
        };
        CHECK(subject_on(day(3, 31)) == "Nhắc việc: 3 việc, hạn gần nhất 31/03/2026");
        CHECK(subject_on(day(4, 1)) == "Nhắc việc: 3 việc, trong đó 1 việc quá hạn 1 ngày");
        CHECK(subject_on(day(5, 12)) ==
              "Nhắc việc: 3 việc, trong đó 2 việc quá hạn, lâu nhất 42 ngày");
        CHECK(subject_on(day(6, 1)) == "Nhắc việc: 3 việc quá hạn, lâu nhất 62 ngày");
    });
}

}  // namespace caicach::obligation
