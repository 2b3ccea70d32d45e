#include "report/flow/news.hpp"

#include <algorithm>

#include "jobs/worker.hpp"
#include "report/flow/remind_job.hpp"
#include "report/flow/reminder_rule.hpp"
#include "report/flow/test/flow_desk.hpp"

namespace caicach::report
{
namespace
{

/// The room with people who are written to, and a worker that reminds them.
class PostRoom
{
public:
    explicit PostRoom(Room& given)
        : m_services(given.context.services()),
          m_context(m_services, identity::system_actor("Hệ thống", "test"), "test"),
          m_worker(*m_services.database, given.desk.clock),
          room{.desk = given.desk, .context = m_context}
    {
        m_services.site = "https://cchc.songlam.example";
        m_worker.register_kind(std::string{remind_job}, {}, [this](jobs::JobContext& job) {
            return run_remind_job(m_context, job);
        });
    }

    AccountId person(identity::Role role, std::string_view code, bool of_province = false)
    {
        auto transaction = MUST(m_context.begin());
        const auto agency = room.agency(code);
        const auto user = "nguoi" + std::to_string(++m_people) + "@songlam.example";
        const auto id = MUST(identity::create_account(
            m_context, transaction, {.name = "Lò Văn Sơn", .agency = agency, .user_name = user}));
        MUST(identity::grant_role(m_context, transaction, id, role,
                                  of_province ? identity::whole_province : agency));
        MUST(transaction.commit());
        return id;
    }

    /// What was written to somebody, by letter: "subject|body" each.
    [[nodiscard]] std::vector<std::string> letters(AccountId account) const
    {
        auto transaction = MUST(m_context.read());
        return MUST(transaction.all(
            "SELECT subject, body FROM notification_message WHERE account_id = $1 AND channel = "
            "'email' ORDER BY id",
            [](const database::Row& row) {
                return row.string("subject") + "|" + row.string("body");
            },
            account));
    }

    /// As on that morning, offices being open.
    void wake_on(Date day)
    {
        room.desk.clock.set_today(day);
        auto transaction = MUST(m_context.begin());
        MUST(remind_soon(m_context, transaction));
        MUST(transaction.commit());
        m_worker.run_due();
    }

private:
    Services m_services;
    mutable Context m_context;
    jobs::Worker m_worker;
    int m_people{};

public:
    Room room;
};

bool has(const std::vector<std::string>& letters, std::size_t at, std::string_view words)
{
    return at < letters.size() && letters[at].find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("whoever waits for a step of a report is told, each once")
{
    in_room([](Room& given) {
        PostRoom post{given};
        const auto collector = post.person(identity::Role::coordinator, "SNV");
        const auto officer = post.person(identity::Role::agency_officer, "SYT");
        const auto head = post.person(identity::Role::agency_head, "SYT");
        const auto other = post.person(identity::Role::agency_head, "STC");
        const auto of_province = post.person(identity::Role::coordinator, "SNV", true);
        const auto elsewhere = post.person(identity::Role::coordinator, "VPUB", true);
        const Desk desk{post.room};
        MUST(desk.send());
        CHECK(post.letters(of_province).size() == 1);
        CHECK(post.letters(elsewhere).empty());
        REQUIRE(post.letters(collector).size() == 1);
        CHECK(has(post.letters(collector), 0, "Đã gửi báo cáo: Báo cáo thử"));
        CHECK(has(post.letters(collector), 0, "Sở Y tế"));
        CHECK(has(post.letters(collector), 0, "https://cchc.songlam.example/bao-cao/"));
        CHECK(post.letters(head).empty());
        MUST(desk.check());
        MUST(desk.return_it("Thiếu lời văn"));
        for (const auto reader : {officer, head}) {
            REQUIRE(post.letters(reader).size() == 1);
            CHECK(has(post.letters(reader), 0, "Trả lại báo cáo"));
            CHECK(has(post.letters(reader), 0, "Sở Nội vụ"));
            CHECK(has(post.letters(reader), 0, "Thiếu lời văn"));
        }
        MUST(desk.send());
        CHECK(post.letters(collector).size() == 2);
        MUST(desk.check());
        MUST(desk.approve_it());
        CHECK(has(post.letters(head), 1, "Phê duyệt báo cáo"));
        desk.lock();
        MUST(desk.correct_it("Cộng nhầm", {{.field = "ho_so", .value = "7"}}));
        CHECK(has(post.letters(collector), 2, "Đã gửi bản điều chỉnh"));
        CHECK(has(post.letters(collector), 2, "Cộng nhầm"));
        CHECK(post.letters(other).empty());
    });
}

TEST_CASE("an agency is reminded of a report before and behind its due day, each time once")
{
    in_room([](Room& given) {
        PostRoom post{given};
        const auto officer = post.person(identity::Role::agency_officer, "SYT");
        const Desk desk{post.room};
        const auto due = desk.report().due_on;  // a Wednesday
        const auto count_on = [&](int days) {
            post.wake_on(due.plus_days(days));
            return post.letters(officer).size();
        };
        CHECK(count_on(-8) == 0);
        CHECK(count_on(-7) == 1);
        CHECK(has(post.letters(officer), 0, "Sắp đến hạn gửi báo cáo: Báo cáo thử"));
        CHECK(has(post.letters(officer), 0, due.vietnamese()));
        CHECK(count_on(-7) == 1);
        CHECK(count_on(-6) == 1);
        // Saturday and Sunday nobody is reminded; on Monday the second rule has come.
        CHECK(count_on(-4) == 1);
        CHECK(count_on(-2) == 2);
        CHECK(count_on(0) == 2);
        CHECK(count_on(1) == 3);
        CHECK(has(post.letters(officer), 2, "Quá hạn gửi báo cáo"));
        CHECK(count_on(9) == 3);
    });
}

TEST_CASE("nobody is reminded of what is sent, nor twice of what a plan reminds of")
{
    in_room([](Room& given) {
        PostRoom post{given};
        const auto officer = post.person(identity::Role::agency_officer, "SYT");
        const Desk desk{post.room};
        const auto due = desk.report().due_on;
        MUST(desk.send());
        post.wake_on(due.plus_days(1));
        CHECK(post.letters(officer).empty());
        MUST(desk.return_it("Thiếu lời văn"));
        CHECK(post.letters(officer).size() == 1);
        post.wake_on(due.plus_days(2));
        CHECK(post.letters(officer).size() == 2);
        // A plan asks for this one, and its own reminders tell of it.
        auto form = testing::sample_form();
        form.owner_reports = false;
        form.key = "thu_ke_hoach";
        form.flow = {};
        form.duty = "12/KH-UBND II.5";
        const auto opened = MUST(post.room.open(post.room.in_force(form)));
        const auto asked = post.room.report(opened.period.id, "SYT");
        form.key = "thu_ngoai_ke_hoach";
        form.duty = "99/KH-UBND I.1";
        const auto beside = MUST(post.room.open(post.room.in_force(form)));
        given.desk.events.subscribe<evidence::DutyAsked>(
            [](Context&, database::Transaction&, const evidence::DutyAsked& event) -> Result<void> {
                if (event.text == "12/KH-UBND II.5") event.fact->source_module = "obligation";
                return {};
            });
        post.wake_on(asked.due_on.plus_days(-7));
        REQUIRE(post.letters(officer).size() == 3);
        const auto told = "/bao-cao/" + post.room.report(beside.period.id, "SYT").code;
        CHECK(has(post.letters(officer), 2, told));
    });
}

TEST_CASE("a reminder speaks of the days up to the next one")
{
    const std::vector<ReminderRule> rules{
        {.key = "week", .days = -7}, {.key = "days", .days = -2}, {.key = "over", .days = 1}};
    const auto today = day("2026-06-10");
    CHECK(due_days_of(rules, 0, today).from == day("2026-06-13"));
    CHECK(due_days_of(rules, 0, today).to == day("2026-06-17"));
    CHECK(due_days_of(rules, 1, today).from == day("2026-06-10"));
    CHECK(due_days_of(rules, 1, today).to == day("2026-06-12"));
    CHECK(due_days_of(rules, 2, today).to == day("2026-06-09"));
    const auto shipped = MUST(reminder_rules_on(today));
    REQUIRE(shipped.size() == 3);
    CHECK(shipped[0].key == "before_week");
}

}  // namespace caicach::report
