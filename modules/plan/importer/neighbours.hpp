#pragma once
#include "plan/importer/gazetteer.hpp"
#include "plan/importer/lexicon.hpp"
#include "plan/importer/outline.hpp"
#include "plan/terms.hpp"

/// What a node of the outline is by what stands beside and below it.
namespace caicach::plan::importer
{

/// What the items of a section are, where they say nothing else.
[[nodiscard]] ItemType type_of(Section section);
/// "NỘI DUNG" stands beside "HÌNH THỨC".
[[nodiscard]] bool has_channel_beside(const Outline& outline, const Node& node);
/// "2. Sở Nội vụ" above a list: what stands below are the duties of that agency, whatever the
/// section is called.
[[nodiscard]] bool heads_agency_list(const Outline& outline, const Node& node,
                                     const Gazetteer& gazetteer);
/// "1. Sở A chủ trì theo dõi chung" above sentences: they are the duties, the heading is none.
[[nodiscard]] bool duties_stand_below(const Outline& outline, const Node& node,
                                      const Gazetteer& gazetteer);
/// "Tiến độ" above "Quý I: ban hành …", "Quý II: tổ chức …": tasks in the order of their times.
[[nodiscard]] bool lists_by_time(const Outline& outline, const Node& node);
/// "Tiến độ thực hiện" above tasks that say who does them ("Đơn vị chủ trì: …").
[[nodiscard]] bool charges_below(const Outline& outline, const Node& node);
/// A name, and below it the sentence that it names.
[[nodiscard]] bool is_statement_below(const Node& node, const Node& body);

}  // namespace caicach::plan::importer
