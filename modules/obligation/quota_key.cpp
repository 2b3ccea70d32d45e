#include "obligation/quota_key.hpp"

#include <algorithm>
#include <vector>

#include "evidence/api.hpp"
#include "obligation/sql.hpp"
#include "text/number.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

/// "tin-bai": letters and digits alone, so that marks of the key stand for themselves.
std::string folded(std::string_view text)
{
    std::string key;
    for (const auto word : text::words(text)) key += (key.empty() ? "" : "-") + text::fold(word);
    std::erase_if(key, [](char one) { return one == ':' || one == '/' || one == '#'; });
    return key;
}

std::string counted_in(const plan::Quota& quota)
{
    const auto ends = ":" + std::string{plan::name_of(quota.per)};
    if (const auto* product = evidence::product_of_unit(quota.unit))
        return product->key + ":" + ends;
    const auto* product = evidence::product_in(quota.subject);
    const auto about = product == nullptr ? std::string{} : " " + product->key;
    return ":" + folded(quota.unit) + about + ends;
}

bool is_numbered(std::string_view quota)
{
    return !quota.empty() && '0' <= quota.front() && quota.front() <= '9';
}

/// One key of an earlier release, and which item asked by it.
struct Numbered {
    plan::ItemId item{};
    std::string quota{};
};

Numbered numbered_from(const database::Row& row)
{
    return {.item = row.id<plan::ItemId>("item_id"), .quota = row.string("quota")};
}

/// "0/17" of an item becomes "article::month/17". What has no quota of that place any more is told
/// apart by it for ever.
std::string named(const plan::Item& item, std::string_view quota)
{
    const auto end = std::min(quota.find('/'), quota.size());
    const auto number = text::parse_integer(quota.substr(0, end));
    const auto place = number ? static_cast<std::size_t>(*number) : item.quotas.size();
    const auto key = place < item.quotas.size() ? quota_key(item, place)
                                                : ":" + std::string{quota.substr(0, end)};
    return key + std::string{quota.substr(end)};
}

}  // namespace

std::string quota_key(const plan::Item& item, std::size_t number)
{
    auto key = counted_in(item.quotas[number]);
    const auto before = item.quotas.begin() + static_cast<std::ptrdiff_t>(number);
    const auto alike = std::count_if(item.quotas.begin(), before, [&](const plan::Quota& other) {
        return counted_in(other) == key;
    });
    if (alike > 0) key += "#" + std::to_string(alike + 1);
    return key;
}

bool asks_by_unit(const Obligation& obligation)
{
    if (obligation.product.empty()) return false;
    return obligation.quota.starts_with(obligation.product + "::") || is_numbered(obligation.quota);
}

Result<bool> has_numbered_quotas(database::Transaction& transaction)
{
    const auto found = [](const database::Row& row) { return row.integer("found"); };
    const auto count = TRY(transaction.one(sql::any_numbered_quota, found));
    return count > 0;
}

Result<void> name_numbered_quotas(database::Transaction& transaction, plan::PlanId plan)
{
    // The newest edition first: what it asks takes the key, what was closed before keeps its place.
    const auto all = TRY(transaction.all(sql::numbered_quotas, numbered_from, plan));
    for (const auto& [item, quota] : all) {
        const auto asking = TRY(plan::item_by_id(transaction, item));
        TRY(transaction.change(sql::name_quota, plan, item, quota, named(asking, quota)));
        TRY(transaction.change(sql::name_quota, plan, item, quota, ":" + quota));
    }
    return {};
}

}  // namespace caicach::obligation
