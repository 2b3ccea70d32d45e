#pragma once
#include <doctest/doctest.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "base/process.hpp"
#include "identity/module.hpp"
#include "identity/testing.hpp"
#include "jobs/jobs.hpp"
#include "notification/api.hpp"
#include "notification/module.hpp"
#include "notification/number/number.hpp"
#include "notification/outbox.hpp"
#include "organisation/module.hpp"
#include "personal_data/module.hpp"
#include "testing/databases.hpp"

namespace caicach::notification::testing
{

inline constexpr std::int64_t hour = 3600;

/// An office with a mail server that does not answer, a gateway for SMS where a test names one, and
/// a worker that runs what is due.
class PostOffice
{
public:
    /// With a clock of its own, unless one is given that really goes.
    explicit PostOffice(database::Database& database, const Clock* clock = nullptr)
        : office(database),
          m_module(module()),
          m_worker(database, clock != nullptr ? *clock : office.clock),
          m_folder(MUST(TemporaryDirectory::create()))
    {
        if (clock != nullptr) office.services.clock = clock;
        office.services.data_folder = m_folder.path();
        office.services.mail = {
            .url = "smtp://127.0.0.1:9", .requires_tls = false, .from = "cchc@songlam.example"};
        m_module.subscribe_to(office.events);
        for (const auto& job : m_module.jobs()) {
            m_worker.register_kind(std::string(job.kind), job.limits,
                                   [this, &job](jobs::JobContext& running) {
                                       auto context = office.system_account();
                                       return job.handler(context, running);
                                   });
        }
    }

    PostOffice(const PostOffice&) = delete;
    PostOffice& operator=(const PostOffice&) = delete;
    ~PostOffice() = default;

    /// A letter of the account's own kind, committed.
    [[nodiscard]] Message post(std::string recipient = "nga@songlam.example") const
    {
        auto context = office.system_account();
        auto transaction = MUST(context.begin());
        MUST(post_letter(context, transaction,
                         {.recipient = std::move(recipient),
                          .subject = "Lời mời",
                          .body = "https://cchc.songlam.example/loi-moi/abc",
                          .expires_at = context.now() + 24 * hour}));
        MUST(transaction.commit());
        return newest();
    }
    /// A reminder, committed; `change` makes it another.
    Message remind(Channel channel, const std::function<void(NewMessage&)>& change = {})
    {
        NewMessage message{.channel = channel,
                           .template_key = "reminder.due",
                           .address = channel == Channel::sms ? "84987654321" : "nga@songlam.vn",
                           .variables = {{"nguoi", "Bế Thu Nga"},
                                         {"tom_tat", "2 việc, hạn gần nhất 25/03/2026"},
                                         {"so_viec", "2"},
                                         {"viec", "Đăng 01 tin về cải cách hành chính"},
                                         {"han", "25/03/2026"}},
                           .path = "/viec",
                           .key = "reminder/" + std::to_string(m_count++)};
        if (change) change(message);
        auto context = office.system_account();
        auto transaction = MUST(context.begin());
        const auto id = MUST(send(context, transaction, message));
        MUST(transaction.commit());
        return by_id(id);
    }
    [[nodiscard]] Message by_id(MessageId id) const
    {
        auto transaction = MUST(office.services.database->read());
        auto found = MUST(messages(transaction, MessageId{id.value + 1}, 1));
        VERIFY(found.size() == 1 && found.front().id == id);
        return std::move(found.front());
    }
    [[nodiscard]] Message newest() const { return list().front(); }
    [[nodiscard]] std::vector<Message> list(std::int64_t count = 5000) const
    {
        auto transaction = MUST(office.services.database->read());
        return MUST(messages(transaction, {}, count));
    }
    void run(std::int64_t seconds_later = 0)
    {
        office.clock.pass_seconds(seconds_later);
        m_worker.run_due();
    }
    [[nodiscard]] Result<void> again(const Message& message) const
    {
        auto context = office.system_account();
        auto transaction = MUST(context.begin());
        TRY(send_again(context, transaction, message));
        return transaction.commit();
    }
    /// As if somebody had begun to send it and died.
    void pretend_sending(const Message& message) const
    {
        auto transaction = MUST(office.services.database->write());
        MUST(
            transaction.change("UPDATE notification_message SET status = 'sending', claimed_at = $2"
                               " WHERE id = $1",
                               message.id, office.clock.now()));
        MUST(transaction.commit());
    }
    /// The six digits of the newest message.
    [[nodiscard]] std::string code_sent() const
    {
        const auto body = newest().body;
        const auto at = body.find_first_of("0123456789");
        VERIFY(at != std::string::npos);
        return body.substr(at, 6);
    }
    /// The person gives a number and proves it; an empty one forgets it.
    void give_number(AccountId account, std::string_view typed)
    {
        auto context = office.person(account);
        auto transaction = MUST(context.begin());
        const bool is_sent = MUST(set_number(context, transaction, account, typed));
        MUST(transaction.commit());
        if (!is_sent) return;
        auto again = MUST(context.begin());
        VERIFY(MUST(prove_number(context, again, account, code_sent())) == Proof::proven);
        MUST(again.commit());
    }
    void use_gateway(const std::string& origin)
    {
        office.services.messaging.sms = {
            .url = origin + "/cgi-bin/sendsms", .user = "cchc", .password = "x", .sender = "CCHC"};
        office.services.messaging.sms_budget = {.price = 300, .daily_max = 10'000'000};
    }

    identity::testing::Office office;

private:
    Module m_module;
    jobs::Worker m_worker;
    int m_count{};
    TemporaryDirectory m_folder;
};

inline void in_post_office(const std::function<void(PostOffice&)>& test,
                           const Clock* clock = nullptr)
{
    std::vector<database::Migration> migrations(jobs::migrations().begin(),
                                                jobs::migrations().end());
    for (const auto& manifest :
         {organisation::module(), identity::module(), personal_data::module(), module()})
        migrations.insert(migrations.end(), manifest.migrations().begin(),
                          manifest.migrations().end());
    caicach::testing::each_database(migrations, [&](database::Database& database) {
        PostOffice post_office(database, clock);
        test(post_office);
    });
}

}  // namespace caicach::notification::testing
