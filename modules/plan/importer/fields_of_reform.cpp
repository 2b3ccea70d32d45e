#include "plan/importer/fields_of_reform.hpp"

#include <optional>
#include <ranges>

#include "plan/importer/words.hpp"

namespace caicach::plan::importer
{
namespace
{

struct Field {
    std::string_view phrase{};
    std::string_view area{};
};

constexpr Field fields[] = {
    {"cai cach the che", "institutions"},
    {"the che", "institutions"},
    {"quy pham phap luat", "institutions"},
    {"vbqppl", "institutions"},
    {"thu tuc hanh chinh", "procedures"},
    {"tthc", "procedures"},
    {"co che mot cua", "procedures"},
    {"mot cua lien thong", "procedures"},
    {"to chuc bo may", "organisation"},
    {"bo may hanh chinh", "organisation"},
    {"che do cong vu", "civil_service"},
    {"cong vu , cong chuc", "civil_service"},
    {"tinh gian bien che", "civil_service"},
    {"vi tri viec lam", "civil_service"},
    {"doi ngu can bo", "civil_service"},
    {"tai chinh cong", "public_finance"},
    {"tu chu tai chinh", "public_finance"},
    {"chinh quyen dien tu", "digital_government"},
    {"chinh quyen so", "digital_government"},
    {"chinh phu dien tu", "digital_government"},
    {"chinh phu so", "digital_government"},
    {"chuyen doi so", "digital_government"},
    {"hien dai hoa hanh chinh", "digital_government"},
    {"hien dai hoa nen hanh chinh", "digital_government"},
    {"dich vu cong truc tuyen", "digital_government"},
    {"dvctt", "digital_government"},
    {"chi dao , dieu hanh", "direction"},
    {"chi dao dieu hanh", "direction"},
};

/// Communication is of all fields: it counts where no field is named.
constexpr std::string_view communication[] = {"tuyen truyen", "truyen thong"};

/// The field that a text names first.
std::optional<std::string_view> field_named(const Words& words)
{
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (const auto& field : fields) {
            if (words.match(at, field.phrase) != 0) return field.area;
        }
    }
    return std::nullopt;
}

bool names_communication(const Words& words)
{
    for (std::size_t at = 0; at < words.size(); ++at) {
        for (const auto phrase : communication) {
            if (words.match(at, phrase) != 0) return true;
        }
    }
    return false;
}

std::string_view area_of(const ImportedItem& item)
{
    bool communicates = false;
    const auto look = [&](std::string_view text) {
        const Words words{text};
        communicates = communicates || names_communication(words);
        return field_named(words);
    };
    for (const auto& heading : item.context | std::views::reverse) {
        if (const auto area = look(heading)) return *area;
    }
    if (const auto area = look(item.title)) return *area;
    return communicates ? "direction" : "";
}

}  // namespace

void add_areas(ImportedPlan& plan)
{
    for (auto& item : plan.items) item.area = area_of(item);
}

}  // namespace caicach::plan::importer
