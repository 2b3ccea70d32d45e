#pragma once
#include "document/word_template.hpp"
#include "json/value.hpp"
#include "report/filling/filled.hpp"

/// What an office's own Word template may name of a report, and what stands there. Pure.
namespace caicach::report
{

/// ((so_KEY)) of an indicator, ((muc_KEY)) of a narrative, ((moi:bang_KEY)) of a table,
/// ((neu:co_KEY)) of each; ((ten_bao_cao)), ((ky)), ((tu_ngay)), ((den_ngay)).
[[nodiscard]] document::TemplateFields report_fields(const Definition& definition);
[[nodiscard]] json::Value report_values(const Filled& filled);

}  // namespace caicach::report
