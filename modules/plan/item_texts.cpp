#include "plan/item_texts.hpp"

#include <array>
#include <string_view>

#include "plan/area.hpp"

namespace caicach::plan
{
namespace
{

template <class T, class TextOf>
std::string joined(const std::vector<T>& parts, std::string_view between, TextOf text_of)
{
    std::string text;
    for (const auto& part : parts) {
        if (!text.empty()) text += between;
        text += text_of(part);
    }
    return text;
}

}  // namespace

std::string names_of(const std::vector<Mention>& mentions)
{
    return joined(mentions, "; ", [](const Mention& mention) { return mention.text; });
}

std::string schedule_text(const Item& item)
{
    return item.schedule ? sentence(*item.schedule) : std::string{};
}

std::string quotas_text(const Item& item)
{
    return joined(item.quotas, "; ", [](const Quota& quota) { return sentence(quota); });
}

std::string metrics_text(const Item& item)
{
    return joined(item.metrics, "; ", [](const Metric& metric) { return sentence(metric); });
}

std::string audience_text(const Item& item)
{
    return joined(item.audience, ", ", [](const std::string& key) { return audience_label(key); });
}

ItemFacts facts_of(const Item& item)
{
    ItemFacts facts;
    const auto add = [&](std::string_view name, std::string value) {
        if (!value.empty()) facts.rows.emplace_back(std::string{name}, std::move(value));
    };
    for (const auto role : {Role::lead, Role::support, Role::oversee}) {
        add(label(role), names_of(item.agencies(role)));
    }
    add("Thời gian", schedule_text(item));
    add("Số lượng", quotas_text(item));
    add("Mức phải đạt", metrics_text(item));
    add("Sản phẩm", item.product);
    add("Kinh phí", item.budget);
    add("Đối tượng", audience_text(item));
    add("Lĩnh vực", std::string{area_label(item.area)});
    return facts;
}

}  // namespace caicach::plan
