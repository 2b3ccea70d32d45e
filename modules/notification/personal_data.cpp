#include "notification/personal_data.hpp"

#include "database/transaction.hpp"
#include "identity/api.hpp"
#include "notification/letter.hpp"
#include "notification/limits.hpp"
#include "notification/sql.hpp"

namespace caicach::notification
{
namespace
{

using Rows = PersonalDataSection::Rows;

Result<Rows> letter_rows(Context& /*context*/, database::Transaction& transaction, AccountId id)
{
    const auto account = TRY(identity::account_by_id(transaction, id));
    if (account.user_name.empty()) return Rows{};
    const auto read = [](const database::Row& row) {
        return std::vector{Date::of(row.instant("created_at")).vietnamese(),
                           row.string("recipient"), row.string("subject"),
                           std::string(text_of(letter_state(row.text("state"))))};
    };
    return transaction.all(sql::mails_to, read, account.user_name, limits::letters_in_download_max);
}

Result<void> erase_letters(Context& /*context*/, database::Transaction& transaction, AccountId id)
{
    const auto account = TRY(identity::account_by_id(transaction, id));
    if (!account.user_name.empty())
        TRY(transaction.change(sql::forget_recipient, account.user_name));
    return {};
}

}  // namespace

void add_personal_data(Module& module)
{
    module.personal_data({.key = "thu-gui-di",
                          .title = "Thư đã gửi tới tên đăng nhập",
                          .columns = {"Ngày", "Gửi tới", "Tiêu đề", "Tình trạng"},
                          .rows = letter_rows,
                          .erase = erase_letters,
                          .kept = "Địa chỉ, tiêu đề và nội dung bị xóa; thư chưa gửi thì thôi gửi.",
                          .tables = {"notification_mail"}});
}

}  // namespace caicach::notification
