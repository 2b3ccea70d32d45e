#include <algorithm>

#include "evidence/api.hpp"

namespace caicach::evidence
{
namespace
{

auto place_of(auto& kinds, std::string_view key)
{
    return std::lower_bound(
        kinds.begin(), kinds.end(), key,
        [](const FactKind& kind, std::string_view wanted) { return kind.key < wanted; });
}

}  // namespace

Result<void> FactKinds::add(const FactKind& kind)
{
    const auto place = place_of(m_kinds, kind.key);
    if (place == m_kinds.end() || place->key != kind.key) {
        m_kinds.insert(place, kind);
        return {};
    }
    if (place->text == kind.text && place->unit == kind.unit) return {};
    return failure(Failure::conflict, "evidence.kind.declared_twice", {}, {std::string(kind.key)});
}

const FactKind* FactKinds::find(std::string_view key) const
{
    const auto place = place_of(m_kinds, key);
    return place == m_kinds.end() || place->key != key ? nullptr : &*place;
}

}  // namespace caicach::evidence
