#include "plan/checks.hpp"

#include <fmt/format.h>

#include "organisation/api.hpp"
#include "plan/edition_store.hpp"
#include "plan/item_search.hpp"
#include "plan/item_store.hpp"

namespace caicach::plan
{
namespace
{

constexpr int editions_checked_max = 10'000;

using Problems = std::vector<std::string>;

using Ask = Result<void>(database::Transaction&, const Edition&, const Item&, Problems&);

/// What is wrong with the items of the plans in force.
Result<Problems> problems_of_items(Context& context, Ask& ask)
{
    auto transaction = TRY(context.read());
    auto editions = EditionStore{transaction};
    auto store = ItemStore{transaction};
    Problems problems;
    const auto in_force = TRY(editions.in_force(0, editions_checked_max));
    for (const auto& edition : in_force) {
        const auto items = TRY(store.all_of(edition.id));
        for (const auto& item : items) TRY(ask(transaction, edition, item, problems));
    }
    return problems;
}

Result<void> ask_search(database::Transaction& transaction, const Edition& edition,
                        const Item& item, Problems& problems)
{
    if (item.is_removed) return {};
    const auto found = TRY(is_found(transaction, item));
    if (!found) {
        problems.push_back(
            fmt::format("{}: tìm theo chính lời của mục {} không thấy mục ấy. Hãy "
                        "khôi phục cơ sở dữ liệu từ bản sao lưu.",
                        edition.slug, item.path));
    }
    return {};
}

Result<void> ask_agencies(database::Transaction& transaction, const Edition& edition,
                          const Item& item, Problems& problems)
{
    const auto day = Date::of(edition.created_at);
    for (const auto role : roles) {
        for (const auto& mention : item.agencies(role)) {
            if (!mention.target || organisation::name_of(transaction, *mention.target, day)) {
                continue;
            }
            problems.push_back(
                fmt::format("{}: mục {} giao cho {}, nhưng danh mục không có cơ "
                            "quan ấy. Hãy khôi phục cơ sở dữ liệu từ bản sao lưu.",
                            edition.slug, item.path, mention.text));
        }
    }
    return {};
}

}  // namespace

Result<std::vector<std::string>> check_search(Context& context)
{
    return problems_of_items(context, ask_search);
}

Result<std::vector<std::string>> check_agencies(Context& context)
{
    return problems_of_items(context, ask_agencies);
}

}  // namespace caicach::plan
