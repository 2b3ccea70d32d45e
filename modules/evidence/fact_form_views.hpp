#pragma once
#include <string>
#include <string_view>

#include "evidence/api.hpp"
#include "html/html.hpp"
#include "web/components/fault.hpp"

namespace caicach::evidence
{

/// What the person typed, to be shown again.
struct FactFields {
    std::string title{};
    std::string happened_on{};
    std::string quantity{"1"};
    std::string link{};
    bool keeps_photo_note{};
    TypedSubjects subjects{};
};
[[nodiscard]] FactFields fields_of(const RecordedFact& fact);

/// The fields in which a fact is typed in or corrected. `unit` stands behind the number; empty:
/// none.
void fact_fields(html::Writer& out, const FactFields& typed, std::string_view unit,
                 const web::Fault& fault);

}  // namespace caicach::evidence
