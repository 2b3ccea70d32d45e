#pragma once
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "identity/api.hpp"
#include "obligation/api.hpp"
#include "obligation/reminder/reminding.hpp"
#include "obligation/test/province.hpp"

/// The sample province with people who are reminded, and a worker that does it.
namespace caicach::obligation
{

struct SentMessage {
    AccountId account{};
    std::string channel{};
    std::string subject{};
    std::string body{};
    std::string path{};
    std::string due_at{};
};

class RemindedOffice
{
public:
    explicit RemindedOffice(Province& given)
        : province(given),
          services(given.context.services()),
          m_worker(*services.database, given.desk.clock)
    {
        services.site = "https://cchc.songlam.example";
        m_worker.register_kind(std::string(remind_job), {}, [this](jobs::JobContext& job) {
            auto own = context();
            return run_remind_job(own, job);
        });
    }

    [[nodiscard]] Context context() const
    {
        return {services, identity::system_actor("Hệ thống", "test"), "test"};
    }
    [[nodiscard]] Context context_of(AccountId account) const
    {
        auto system = context();
        auto transaction = MUST(system.read());
        return {services, MUST(identity::actor_of(transaction, account, system.today())), "test"};
    }

    /// Somebody with the role on the branch of their agency, or on the whole province.
    AccountId person(std::string_view name, std::string_view agency, identity::Role role,
                     bool of_province = false)
    {
        auto own = context();
        auto transaction = MUST(own.begin());
        const auto works_at =
            MUST(organisation::agency_by_code(transaction, agency, own.today())).id;
        const auto number = std::to_string(++m_people);
        const auto account =
            MUST(identity::create_account(own, transaction,
                                          {.name = std::string(name),
                                           .agency = works_at,
                                           .user_name = "nguoi" + number + "@songlam.vn"}));
        MUST(identity::grant_role(own, transaction, account, role,
                                  of_province ? identity::whole_province : works_at));
        MUST(transaction.commit());
        return account;
    }

    /// As when the program starts on that day, at nine; jobs that are due run.
    void run_on(Date today)
    {
        province.desk.clock.set_today(today);
        auto own = context();
        MUST(begin_reminding(own));
        m_worker.run_due();
    }
    /// As when it has been running since.
    void go_on_until(Date today)
    {
        province.desk.clock.set_today(today);
        m_worker.run_due();
    }

    /// Without the news of plans and of work.
    [[nodiscard]] std::vector<SentMessage> messages() const { return all_messages(false); }
    [[nodiscard]] std::vector<SentMessage> news() const { return all_messages(true); }
    [[nodiscard]] std::vector<SentMessage> all_messages(bool are_news) const
    {
        auto own = context();
        auto transaction = MUST(own.read());
        return MUST(transaction.all(
            "SELECT account_id, channel, subject, body, path, due_at FROM notification_message"
            " WHERE (template_key = 'obligation.news') = ($1 = 1) ORDER BY id",
            [](const database::Row& row) {
                return SentMessage{.account = row.id<AccountId>("account_id"),
                                   .channel = row.string("channel"),
                                   .subject = row.string("subject"),
                                   .body = row.string("body"),
                                   .path = row.string("path"),
                                   .due_at = row.string("due_at")};
            },
            are_news ? 1 : 0));
    }
    /// Who got letters, in the order of the accounts.
    [[nodiscard]] std::set<AccountId> readers() const
    {
        std::set<AccountId> all;
        for (const auto& message : messages())
            if (message.channel == "email") all.insert(message.account);
        return all;
    }
    [[nodiscard]] std::vector<Reminder> reminders_of(ObligationId obligation) const
    {
        auto own = context();
        auto transaction = MUST(own.read());
        return MUST(ReminderStore{transaction}.of_obligation(obligation));
    }

    Province& province;
    Services services;

private:
    jobs::Worker m_worker;
    int m_people{};
};

inline void in_reminded_office(const std::function<void(RemindedOffice&)>& test)
{
    in_province([&](Province& province) {
        RemindedOffice office(province);
        test(office);
    });
}

/// The secret of the first link in a letter.
inline std::string secret_in(const std::string& body)
{
    constexpr std::string_view before = "https://cchc.songlam.example/tra-loi/";
    const auto at = body.find(before);
    if (at == std::string::npos) return {};
    const auto begin = at + before.size();
    return body.substr(begin, body.find('\n', begin) - begin);
}

}  // namespace caicach::obligation
