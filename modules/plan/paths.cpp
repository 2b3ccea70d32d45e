#include "plan/paths.hpp"

#include "crypto/crypto.hpp"

namespace caicach::plan
{
namespace
{

constexpr std::size_t anchor_length = 10;

}  // namespace

std::string item_anchor(const Item& item)
{
    // Keys are never shown: the anchor is a short hash of the lineage.
    const auto hash = crypto::sha256_hex("plan.item " + std::to_string(item.lineage.value));
    return "muc-" + hash.substr(0, anchor_length);
}

std::string item_path(const Edition& edition, const Item& item)
{
    return plan_path(edition) + "#" + item_anchor(item);
}

}  // namespace caicach::plan
