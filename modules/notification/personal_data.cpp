#include "notification/personal_data.hpp"

#include "calendar/moment.hpp"
#include "database/transaction.hpp"
#include "identity/api.hpp"
#include "notification/limits.hpp"
#include "notification/number/number.hpp"
#include "notification/outbox.hpp"
#include "notification/rules/rules.hpp"
#include "notification/sql.hpp"

namespace caicach::notification
{
namespace
{

using Rows = PersonalDataSection::Rows;

/// No row has this address: an account without a user name was written to by its number alone.
constexpr std::string_view nowhere = "-";

Result<std::string> mail_address(database::Transaction& transaction, AccountId id)
{
    auto account = TRY(identity::account_by_id(transaction, id));
    return account.user_name.empty() ? std::string(nowhere) : std::move(account.user_name);
}

Result<Rows> message_rows(Context& /*context*/, database::Transaction& transaction, AccountId id)
{
    const auto address = TRY(mail_address(transaction, id));
    const auto read = [](const database::Row& row) {
        const auto message = message_from(row);
        return std::vector{Date::of(message.created_at).vietnamese(),
                           std::string(text_of(message.channel)), message.address, message.subject,
                           std::string(text_of(message.status))};
    };
    return transaction.all(sql::messages_to, read, id, address, limits::messages_in_download_max);
}

Result<void> erase_messages(Context& /*context*/, database::Transaction& transaction, AccountId id)
{
    const auto address = TRY(mail_address(transaction, id));
    TRY(transaction.change(sql::forget_recipient, id, address));
    return {};
}

Result<Rows> wish_rows(Context& /*context*/, database::Transaction& transaction, AccountId id)
{
    const auto address = TRY(mail_address(transaction, id));
    const auto number = TRY(number_of(transaction, id));
    Rows rows;
    if (!number.proven.empty()) rows.push_back({"Số điện thoại nhận tin", number.proven});
    if (!number.waiting.empty()) rows.push_back({"Số điện thoại chờ xác nhận", number.waiting});
    for (const auto& one : {address, number.proven}) {
        if (one.empty()) continue;
        const auto refusals = TRY(refusals_of(transaction, one));
        for (const auto& refusal : refusals)
            rows.push_back(
                {"Không nhận qua " + std::string(text_of(refusal.channel)), refusal.purpose});
    }
    return rows;
}

Result<void> erase_wishes(Context& /*context*/, database::Transaction& transaction, AccountId id)
{
    const auto address = TRY(mail_address(transaction, id));
    const auto number = TRY(number_of(transaction, id));
    TRY(transaction.change(sql::forget_refusals, address));
    if (!number.proven.empty()) TRY(transaction.change(sql::forget_refusals, number.proven));
    TRY(transaction.change(sql::forget_number, id));
    return {};
}

Result<Rows> template_rows(Context& /*context*/, database::Transaction& transaction, AccountId id)
{
    const auto read = [](const database::Row& row) {
        return std::vector{vietnamese_moment(row.instant("created_at")),
                           row.string("template_key")};
    };
    return transaction.all(sql::templates_of_account, read, id, limits::messages_in_download_max);
}

}  // namespace

void add_personal_data(Module& module)
{
    module.personal_data({.key = "tin-gui-di",
                          .title = "Tin đã gửi",
                          .columns = {"Ngày", "Kênh", "Gửi tới", "Tiêu đề", "Tình trạng"},
                          .rows = message_rows,
                          .erase = erase_messages,
                          .kept = "Địa chỉ, tiêu đề và nội dung bị xóa; tin chưa gửi thì thôi gửi.",
                          .tables = {"notification_message"}});
    module.personal_data({.key = "cach-nhan-tin",
                          .title = "Cách nhận tin",
                          .columns = {"Điều đã chọn", "Giá trị"},
                          .rows = wish_rows,
                          .erase = erase_wishes,
                          .kept = "Số điện thoại và lựa chọn không nhận tin bị xóa.",
                          .tables = {"notification_number", "notification_refusal"}});
    module.personal_data({.key = "mau-tin-da-sua",
                          .title = "Mẫu tin đã sửa",
                          .columns = {"Lúc", "Mẫu"},
                          .rows = template_rows,
                          .kept = "Mẫu tin và người sửa được giữ, như mọi quyết định của cơ quan.",
                          .tables = {"notification_template"}});
}

}  // namespace caicach::notification
