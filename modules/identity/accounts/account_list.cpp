#include "identity/accounts/account_list.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "database/transaction.hpp"
#include "http/percent.hpp"
#include "identity/accounts/account_paths.hpp"
#include "identity/accounts/account_rows.hpp"
#include "identity/limits.hpp"
#include "identity/permissions.hpp"
#include "identity/sql.hpp"
#include "text/collate.hpp"
#include "text/text.hpp"

namespace caicach::identity
{

namespace
{

std::size_t number_in(std::string_view text)
{
    std::size_t number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = error == std::errc{} && end == text.data() + text.size();
    return is_number ? number : 0;
}

/// Each word typed begins or stands within something that the account is known by.
bool matches(const ListedAccount& listed, const std::vector<std::string>& wanted)
{
    const auto known =
        text::fold(listed.account.name + " " + listed.account.user_name + " " + listed.agency);
    return std::ranges::all_of(
        wanted, [&](const std::string& word) { return known.find(word) != std::string::npos; });
}

std::vector<std::string> words_of(std::string_view typed)
{
    std::vector<std::string> words;
    for (const auto word : text::split(typed, ' '))
        if (!word.empty()) words.push_back(text::fold(word));
    return words;
}

Result<std::vector<ListedAccount>> administered(const Context& context,
                                                database::Transaction& transaction)
{
    auto accounts = TRY(transaction.all(sql::accounts, account_of, limits::accounts_max));
    std::unordered_map<std::int64_t, std::string> agencies;
    std::vector<ListedAccount> all;
    for (auto& account : accounts) {
        if (!context.may(manage_accounts, organisation::scope_of(account.agency))) continue;
        auto& agency = agencies[account.agency.value];
        if (agency.empty()) {
            const auto found =
                TRY(organisation::agency_by_id(transaction, account.agency, context.today()));
            agency = found.name;
        }
        all.push_back({.account = std::move(account), .agency = agency});
    }
    return all;
}

std::string page_path(const AccountQuery& query, std::size_t first)
{
    auto path = accounts_path() + "?tu=" + std::to_string(first);
    if (!query.typed.empty()) path += "&tim=" + http::percent_encoded(query.typed);
    return path;
}

Result<void> add_roles(database::Transaction& transaction, ListedAccount& listed)
{
    const auto held = TRY(roles_of(transaction, listed.account.id));
    for (const auto& [role, branch] : held) {
        const std::string text{text_of(role)};
        if (listed.roles.find(text) != std::string::npos) continue;
        listed.roles += (listed.roles.empty() ? "" : ", ") + text;
    }
    return {};
}

}  // namespace

Result<AccountsPage> list_accounts(const Context& context, database::Transaction& transaction,
                                   const AccountQuery& query)
{
    auto all = TRY(administered(context, transaction));
    const auto wanted = words_of(query.typed);
    std::erase_if(all, [&](const ListedAccount& listed) { return !matches(listed, wanted); });
    std::ranges::stable_sort(all, [](const ListedAccount& a, const ListedAccount& b) {
        return text::collate(a.account.name, b.account.name) < 0;
    });
    AccountsPage page{.typed = query.typed, .found = all.size()};
    page.first = std::min(number_in(query.first), all.size());
    const auto last = std::min(page.first + limits::accounts_per_page, all.size());
    if (page.first > 0)
        page.previous_path =
            page_path(query, page.first - std::min(page.first, limits::accounts_per_page));
    if (last < all.size()) page.next_path = page_path(query, last);
    const auto begin = all.begin() + static_cast<std::ptrdiff_t>(page.first);
    page.accounts.assign(std::make_move_iterator(begin),
                         std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(last)));
    for (auto& listed : page.accounts) TRY(add_roles(transaction, listed));
    return page;
}

}  // namespace caicach::identity
