#include "identity/acting/acting_personal_data.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "database/transaction.hpp"
#include "identity/acting/delegation.hpp"
#include "identity/acting/post.hpp"
#include "identity/api.hpp"
#include "identity/limits.hpp"
#include "identity/sql.hpp"

namespace caicach::identity
{

namespace
{

using Rows = PersonalDataSection::Rows;
using database::Transaction;

std::string last_day(const std::optional<Date>& day) { return day ? day->vietnamese() : ""; }

Result<Rows> post_rows(Context& /*context*/, Transaction& transaction, AccountId id)
{
    Rows rows;
    const auto posts = TRY(posts_of(transaction, id));
    for (const auto& post : posts) {
        auto agency = TRY(organisation::agency_by_id(transaction, post.agency, post.validity.from));
        rows.push_back({std::move(agency.name), post.title, post.validity.from.vietnamese(),
                        last_day(post.validity.to)});
    }
    return rows;
}

Result<void> erase_titles(Context& /*context*/, Transaction& transaction, AccountId id)
{
    TRY(transaction.change(sql::forget_titles_of_account, id));
    return {};
}

Result<void> add_rows(Transaction& transaction, const std::vector<Delegation>& list, bool is_given,
                      Rows& rows)
{
    for (const auto& one : list) {
        auto other = TRY(account_by_id(transaction, is_given ? one.delegate : one.delegator));
        rows.push_back({is_given ? "Ủy quyền cho" : "Được ủy quyền bởi", std::move(other.name),
                        std::string(text_of(one.role)), one.from.vietnamese(), one.to.vietnamese(),
                        one.document});
    }
    return {};
}

Result<Rows> delegation_rows(Context& /*context*/, Transaction& transaction, AccountId id)
{
    Rows rows;
    const auto all = TRY(delegations_of(transaction, id));
    TRY(add_rows(transaction, all.given, true, rows));
    TRY(add_rows(transaction, all.received, false, rows));
    return rows;
}

/// Ends them, and takes the name out of who made and ended them.
Result<void> erase_delegations(Context& context, Transaction& transaction, AccountId id)
{
    const auto account = TRY(account_by_id(transaction, id));
    TRY(end_delegations_of(context, transaction, id));
    TRY(transaction.change(sql::forget_name_in_delegations, id, account.name,
                           "Người dùng đã xóa " + account.code));
    return {};
}

Result<Rows> signer_rows(Context& /*context*/, Transaction& transaction, AccountId id)
{
    const auto read = [](const database::Row& row) {
        const auto to = row.maybe_date("valid_to");
        return std::vector{row.string("name"), row.string("form"), row.string("own_title"),
                           row.date("valid_from").vietnamese(), last_day(to)};
    };
    return transaction.all(sql::signers_of_account, read, id, limits::signers_in_download_max);
}

}  // namespace

void add_acting_personal_data(Module& module)
{
    module.personal_data({.key = "chuc-vu",
                          .title = "Chức vụ, cơ quan công tác",
                          .columns = {"Cơ quan", "Chức vụ", "Từ ngày", "Đến ngày"},
                          .rows = post_rows,
                          .erase = erase_titles,
                          .kept = "Chức vụ bị xóa; cơ quan và ngày ở lại vì số liệu của cơ quan "
                                  "tính theo đó.",
                          .tables = {"identity_post"}});
    module.personal_data(
        {.key = "uy-quyen",
         .title = "Ủy quyền",
         .columns = {"Chiều", "Với ai", "Vai trò", "Từ ngày", "Đến ngày", "Văn bản"},
         .rows = delegation_rows,
         .erase = erase_delegations,
         .kept =
             "Ủy quyền đang có kết thúc, họ tên được thay bằng mã; vai trò, ngày, văn bản ở lại "
             "vì là việc công.",
         .tables = {"identity_delegation"}});
    module.personal_data({.key = "nguoi-ky",
                          .title = "Ký văn bản",
                          .columns = {"Tên khi ký", "Hình thức", "Chức vụ", "Từ ngày", "Đến ngày"},
                          .rows = signer_rows,
                          .kept = "Ở lại: văn bản đã ký mang tên ấy.",
                          .tables = {"identity_signer"}});
}

}  // namespace caicach::identity
