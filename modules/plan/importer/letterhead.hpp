#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "plan/importer/gazetteer.hpp"
#include "plan/importer/paragraphs.hpp"
#include "plan/importer/parts.hpp"

namespace caicach::plan::importer
{

/// Who issues below the province, as the letterhead names it under its superior: "Sở Xây dựng
/// tỉnh X", "Ủy ban nhân dân xã Y" (Nghị định 30/2020/NĐ-CP, Phụ lục I). `place` is "tỉnh X".
/// Empty where the letterhead names the province alone.
[[nodiscard]] std::string issuer_below_province(const std::vector<Paragraph>& paragraphs,
                                                const Parts& parts, const Gazetteer& gazetteer,
                                                std::string_view place);
/// "LONG PHỤNG" as "Long Phụng".
[[nodiscard]] std::string title_case(std::string_view upper);

}  // namespace caicach::plan::importer
