#include "obligation/reminder/personal_data.hpp"

#include <algorithm>
#include <iterator>

#include "calendar/moment.hpp"
#include "calendar/period_key.hpp"
#include "obligation/limits.hpp"
#include "obligation/reminder/reminder.hpp"
#include "obligation/reminder/reminder_rule.hpp"
#include "obligation/sql.hpp"

namespace caicach::obligation
{
namespace
{

Result<PersonalDataSection::Rows> proposal_rows(const Context& context,
                                                database::Transaction& transaction,
                                                AccountId account)
{
    const auto rules = TRY(proposal_rules_on(context.today()));
    const auto read = [&](const database::Row& row) {
        return std::vector{vietnamese_moment(row.instant("sent_at")),
                           row.string("path") + ". " + row.string("title"),
                           rule_title(rules, row.text("rule")), std::string{}};
    };
    return transaction.all(sql::proposal_reminders_to, read, account,
                           limits::reminders_in_download_max);
}

Result<PersonalDataSection::Rows> reminder_rows(Context& context,
                                                database::Transaction& transaction,
                                                AccountId account)
{
    const auto rules = TRY(reminder_rules_on(context.today()));
    const auto read = [&](const database::Row& row) {
        auto answer = std::string(label_of(answer_from(row.text("answer"))));
        if (const auto text = row.string("answer_text"); !text.empty()) answer += ": " + text;
        return std::vector{vietnamese_moment(row.instant("sent_at")),
                           row.string("path") + ". " + row.string("title"),
                           rule_title(rules, row.text("rule")), std::move(answer)};
    };
    auto rows =
        TRY(transaction.all(sql::reminders_to, read, account, limits::reminders_in_download_max));
    const auto read_numbers = [&](const database::Row& row) {
        const auto period = calendar::period_from_key(row.text("period"));
        return std::vector{vietnamese_moment(row.instant("sent_at")),
                           "Số liệu của " + std::to_string(row.integer("targets")) + " chỉ tiêu" +
                               (period ? " (" + calendar::label(*period) + ")" : std::string{}),
                           rule_title(rules, row.text("rule")), std::string{}};
    };
    auto numbers = TRY(transaction.all(sql::number_reminders_to, read_numbers, account,
                                       limits::reminders_in_download_max));
    std::ranges::move(numbers, std::back_inserter(rows));
    auto proposals = TRY(proposal_rows(context, transaction, account));
    std::ranges::move(proposals, std::back_inserter(rows));
    return rows;
}

Result<void> erase_answers(Context& /*context*/, database::Transaction& transaction,
                           AccountId account)
{
    TRY(transaction.change(sql::forget_reminder_answers, account));
    return {};
}

}  // namespace

void add_reminder_personal_data(Module& module)
{
    module.personal_data({.key = "nhac-viec",
                          .title = "Nhắc việc đã gửi",
                          .columns = {"Lúc", "Việc", "Vì sao", "Trả lời"},
                          .rows = reminder_rows,
                          .erase = erase_answers,
                          .kept = "Việc ai được nhắc lúc nào được giữ; lời trả lời bị xóa.",
                          .tables = {"obligation_reminder", "obligation_number_reminder",
                                     "obligation_proposal_reminder"}});
}

}  // namespace caicach::obligation
