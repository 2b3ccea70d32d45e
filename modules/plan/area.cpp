#include "plan/area.hpp"

#include <algorithm>
#include <array>

namespace caicach::plan
{

std::span<const Area> areas()
{
    static constexpr std::array<Area, 7> all{{
        {"institutions", "Cải cách thể chế"},
        {"procedures", "Cải cách thủ tục hành chính"},
        {"organisation", "Cải cách tổ chức bộ máy"},
        {"civil_service", "Cải cách chế độ công vụ"},
        {"public_finance", "Cải cách tài chính công"},
        {"digital_government", "Xây dựng chính quyền điện tử, chính quyền số"},
        {"direction", "Chỉ đạo, điều hành và tuyên truyền"},
    }};
    return all;
}

std::string_view area_label(std::string_view key)
{
    const auto found = std::ranges::find(areas(), key, &Area::key);
    return found == areas().end() ? key : found->text;
}

}  // namespace caicach::plan
