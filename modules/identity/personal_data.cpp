#include "identity/personal_data.hpp"

#include <utility>

#include "calendar/moment.hpp"
#include "database/transaction.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/api.hpp"
#include "identity/limits.hpp"
#include "identity/second_factor/recovery_code.hpp"
#include "identity/second_factor/second_factor.hpp"
#include "identity/sessions/session_store.hpp"
#include "identity/sql.hpp"
#include "identity/tokens/api_token_store.hpp"
#include "json/value.hpp"
#include "text/text.hpp"

namespace caicach::identity
{

namespace
{

using Rows = PersonalDataSection::Rows;
using database::Row;
using database::Transaction;

Result<std::string> agency_name(const Context& context, Transaction& transaction,
                                organisation::AgencyId agency)
{
    if (!agency) return std::string("Toàn tỉnh");
    auto found = TRY(organisation::agency_by_id(transaction, agency, context.today()));
    return std::move(found.name);
}

Result<Rows> account_rows(Context& context, Transaction& transaction, AccountId id)
{
    const auto account = TRY(account_by_id(transaction, id));
    auto agency = TRY(agency_name(context, transaction, account.agency));
    const auto read = [](const Row& row) {
        return std::pair(
            vietnamese_moment(row.instant("created_at")),
            row.is_null("password_at") ? "" : vietnamese_moment(row.instant("password_at")));
    };
    auto times = TRY(transaction.one(sql::account_times, read, id));
    return Rows{{account.name, account.user_name, std::move(agency), std::move(times.first),
                 std::move(times.second), account.is_disabled ? "Đã khóa" : "Đang dùng"}};
}

Result<Rows> role_rows(Context& context, Transaction& transaction, AccountId id)
{
    Rows rows;
    const auto held = TRY(roles_of(transaction, id));
    for (const auto& [role, branch] : held) {
        auto where = TRY(agency_name(context, transaction, branch));
        rows.push_back({std::string(text_of(role)), std::move(where)});
    }
    return rows;
}

Result<Rows> session_rows(Context& context, Transaction& transaction, AccountId id)
{
    Rows rows;
    const auto sessions = TRY(SessionStore{transaction}.all_of(id, context.now()));
    for (const auto& own : sessions) {
        rows.push_back({own.whence.browser, own.whence.address, vietnamese_moment(own.created_at),
                        vietnamese_moment(own.last_seen_at)});
    }
    return rows;
}

Result<Rows> token_rows(Context& /*context*/, Transaction& transaction, AccountId id)
{
    Rows rows;
    const auto tokens = TRY(ApiTokenStore{transaction}.all_of(id));
    for (const auto& token : tokens)
        rows.push_back({token.name, token.hint, vietnamese_moment(token.created_at),
                        token.expires_on.vietnamese()});
    return rows;
}

Result<Rows> second_factor_rows(Context& /*context*/, Transaction& transaction, AccountId id)
{
    const auto factor = TRY(SecondFactorStore{transaction}.find(id));
    if (!factor) return Rows{};
    const auto left = TRY(RecoveryCodeStore{transaction}.left(id));
    return Rows{{vietnamese_moment(factor->enrolled_at), std::to_string(left)}};
}

/// The account stays as a number that other rows point to; nobody is behind it any more.
Result<void> erase_account(Context& context, Transaction& transaction, AccountId id)
{
    const auto account = TRY(account_by_id(transaction, id));
    TRY(require_over(context, transaction, account));
    if (id == context.actor().account)
        return failure(Failure::conflict, "identity.account.own_erasure");
    TRY(SessionStore{transaction}.end_all_of(id));
    for (const auto statement :
         {sql::delete_password, sql::delete_password_resets_of_account,
          sql::delete_invitations_of_account, sql::delete_links_of_account,
          sql::delete_grants_of_account, sql::delete_tokens_of_account, sql::delete_second_factor,
          sql::delete_recovery_codes, sql::delete_second_steps_of_account})
        TRY(transaction.change(statement, id));
    TRY(transaction.change_one(sql::pseudonymise_account, id, "Người dùng đã xóa " + account.code,
                               context.now()));
    TRY(transaction.change_one(sql::count_access_change));
    return context.record(transaction, "identity.account.erased", "account", id.value);
}

}  // namespace

Result<void> correct_account(Context& context, Transaction& transaction, AccountId id,
                             const AccountCorrection& correction)
{
    auto account = TRY(account_by_id(transaction, id));
    TRY(require_over(context, transaction, account));
    const auto name = text::clean_input(correction.name);
    if (name.empty() && correction.user_name.empty())
        return failure(Failure::invalid, "identity.correction.missing", "name");
    if (text::length(name) > limits::name_length_max)
        return failure(Failure::invalid, "identity.account.name_too_long", "name",
                       {std::to_string(limits::name_length_max)});
    // Which, never what: the trail cannot forget a name that was wrong.
    auto changed = json::Value::array();
    if (!name.empty() && name != account.name) changed.push("name");
    if (!name.empty()) account.name = name;
    std::optional<std::string> user_name;
    if (!account.user_name.empty()) user_name = account.user_name;
    if (!correction.user_name.empty()) {
        user_name = TRY(parse_user_name(correction.user_name));
        const auto holder = TRY(account_by_user_name(transaction, *user_name));
        if (holder && holder->id != id)
            return failure(Failure::conflict, "identity.account.user_name_taken", "user_name");
    }
    if (user_name.value_or("") != account.user_name) changed.push("user_name");
    TRY(transaction.change_one(sql::correct_account, id, account.name, user_name));
    // Letters went to the mailbox of the old name.
    if (!correction.user_name.empty())
        TRY(transaction.change(sql::delete_password_resets_of_account, id));
    return context.record(transaction, "identity.account.corrected", "account", id.value,
                          json::dump(json::Value::object().set("changed", std::move(changed))));
}

void add_personal_data(Module& module)
{
    module.personal_data(
        {.key = "tai-khoan",
         .title = "Tài khoản",
         .columns = {"Họ tên", "Tên đăng nhập", "Cơ quan", "Mở lúc", "Đặt mật khẩu lúc",
                     "Tình trạng"},
         .rows = account_rows,
         .erase = erase_account,
         .kept = "Họ tên được thay bằng mã; mã ở lại vì việc đã làm trong công vụ phải còn người "
                 "chịu trách nhiệm.",
         .tables = {"identity_account", "identity_password", "identity_password_reset",
                    "identity_invitation", "identity_sign_in_link"}});
    module.personal_data({.key = "vai-tro",
                          .title = "Vai trò được giao",
                          .columns = {"Vai trò", "Phạm vi"},
                          .rows = role_rows,
                          .kept = "Xóa cùng tài khoản.",
                          .tables = {"identity_grant"}});
    module.personal_data(
        {.key = "phien",
         .title = "Phiên đăng nhập đang mở",
         .columns = {"Trình duyệt", "Địa chỉ mạng", "Bắt đầu", "Hoạt động gần nhất"},
         .rows = session_rows,
         .kept = "Xóa cùng tài khoản.",
         .tables = {"identity_session"}});
    module.personal_data(
        {.key = "hai-buoc",
         .title = "Xác thực hai bước",
         .columns = {"Đặt lúc", "Mã dự phòng còn lại"},
         .rows = second_factor_rows,
         .kept = "Xóa cùng tài khoản.",
         .tables = {"identity_second_factor", "identity_recovery_code", "identity_second_step"}});
    module.personal_data({.key = "ma-truy-cap",
                          .title = "Mã truy cập API",
                          .columns = {"Dùng cho", "Nhận ra bằng", "Tạo lúc", "Hết hạn ngày"},
                          .rows = token_rows,
                          .kept = "Xóa cùng tài khoản.",
                          .tables = {"identity_token"}});
}

}  // namespace caicach::identity
