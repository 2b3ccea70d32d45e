#pragma once
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html/html.hpp"
#include "manifest/context.hpp"
#include "report/design/design_views.hpp"
#include "report/design/field_spec.hpp"

namespace caicach::report
{

/// The id of a field on the page: dots become hyphens.
[[nodiscard]] std::string field_id(std::string_view path);

/// What a piece is called: “Tin, bài”; empty of the groups of fields.
[[nodiscard]] std::string title_of(const Definition& definition, const Spot& spot);

/// Labels and what is said, of fields that say something.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> shown_values(
    const FieldValues& values, std::span<const FieldSpec> specs, const DesignChoices& choices);

struct PieceFields {
    Piece piece{};
    bool is_new{};
    const FieldValues& values;
    const DesignChoices& choices;
    const std::vector<Error>& faults;
};
/// The fields of a piece, each with its fault.
void piece_fields(html::Writer& out, const Context& context, const PieceFields& piece);

}  // namespace caicach::report
