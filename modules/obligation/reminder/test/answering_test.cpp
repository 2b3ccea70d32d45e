#include "obligation/reminder/answering.hpp"

#include "obligation/limits.hpp"
#include "reminded_office.hpp"

namespace caicach::obligation
{
namespace
{

using identity::Role;

/// An officer of Sở Y tế who got a letter about March, with a link in it.
struct Letter {
    RemindedOffice& office;
    AccountId officer{};
    Obligation march{};
    std::string secret{};

    explicit Letter(RemindedOffice& given) : office(given)
    {
        officer = office.person("Lục Văn Bách", "SYT", Role::agency_officer);
        auto context = office.context();
        const auto plan = put_in_force(office.province, {monthly_articles(context, "SYT", 2)});
        march = office.province.obligation(plan, office.province.agency("SYT"), "2026-03");
        office.run_on(day(3, 24));
        secret = secret_in(office.messages().back().body);
        REQUIRE_FALSE(secret.empty());
    }

    [[nodiscard]] Result<void> doing(std::string_view with) const
    {
        auto context = nobody();
        auto transaction = MUST(context.begin());
        const auto link = TRY(open_link(context, transaction, with));
        TRY(answer_doing(context, transaction, link,
                         {.text = "Đã viết xong, chờ duyệt", .expected_on = day(3, 30)}));
        return transaction.commit();
    }
    [[nodiscard]] Result<void> done(const std::string& address) const
    {
        auto context = nobody();
        auto transaction = MUST(context.begin());
        const auto link = TRY(open_link(context, transaction, secret));
        TRY(answer_done(context, transaction, link,
                        {.title = "Ba cách nộp hồ sơ",
                         .happened_on = day(3, 20),
                         .quantity = 2,
                         .link = address}));
        return transaction.commit();
    }
    [[nodiscard]] Context nobody() const { return {office.services, Actor{}, "test"}; }
    [[nodiscard]] Obligation now() const
    {
        auto context = office.context();
        auto transaction = MUST(context.read());
        return MUST(ObligationStore{transaction}.find(march.id));
    }
    void let_days_pass(int days) const { office.province.desk.clock.set_today(day(3, 24 + days)); }
};

}  // namespace

TEST_CASE("who holds the letter says without a password how far it is, once")
{
    in_reminded_office([](RemindedOffice& office) {
        const Letter letter{office};
        MUST(letter.doing(letter.secret));
        const auto reminder = office.reminders_of(letter.march.id).front();
        CHECK(reminder.answer == Answer::doing);
        CHECK(reminder.answer_text == "Đã viết xong, chờ duyệt");
        CHECK(reminder.expected_on == day(3, 30));
        CHECK(reminder.answered_at);
        CHECK(office.province.desk.recorder.lines.back() == "obligation.reminder.answered");
        CHECK(letter.doing(letter.secret).error().key == "obligation.answer.given");
        CHECK(letter.done("https://syt.songlam.gov.vn/1").error().key == "obligation.answer.given");
        CHECK(letter.now().done == 0);
    });
}

TEST_CASE("a result from the letter counts as if its person had signed in, and needs its proof")
{
    in_reminded_office([](RemindedOffice& office) {
        const Letter letter{office};
        CHECK(letter.done("").error().key == "obligation.report.proof_missing");
        CHECK(office.reminders_of(letter.march.id).front().answer == Answer::none);
        MUST(letter.done("https://syt.songlam.gov.vn/bai-1"));
        CHECK(letter.now().done == 2);
        CHECK(letter.now().done_on == day(3, 20));
        CHECK(office.reminders_of(letter.march.id).front().answer == Answer::done);
        office.province.check_everything();
        CHECK(letter.doing(letter.secret).error().key == "obligation.closed");
    });
}

TEST_CASE("a link opens nothing that we did not make, and nothing after three days")
{
    in_reminded_office([](RemindedOffice& office) {
        const Letter letter{office};
        CHECK(letter.doing("khong-co").error().key == "obligation.answer.link_unknown");
        CHECK(letter.doing("").error().key == "obligation.answer.link_unknown");
        letter.let_days_pass(2);
        CHECK_FALSE(letter.doing("khong-co"));
        letter.let_days_pass(3);
        CHECK(letter.doing(letter.secret).error().key == "obligation.answer.link_unknown");
    });
}

TEST_CASE("a locked account's link is dead, and so is one whose person may report no more")
{
    in_reminded_office([](RemindedOffice& office) {
        const Letter letter{office};
        auto context = office.context();
        auto revoking = MUST(context.begin());
        MUST(identity::revoke_role(context, revoking, letter.officer, Role::agency_officer,
                                   letter.march.agency));
        MUST(revoking.commit());
        CHECK(letter.doing(letter.secret).error().key == "obligation.answer.not_reporter");
        CHECK(letter.done("https://syt.songlam.gov.vn/1").error().kind == Failure::forbidden);
        auto transaction = MUST(context.begin());
        MUST(identity::disable_account(context, transaction, letter.officer));
        MUST(transaction.commit());
        CHECK(letter.doing(letter.secret).error().key == "obligation.answer.link_unknown");
    });
}

}  // namespace caicach::obligation
