#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "plan/importer/agencies.hpp"
#include "plan/importer/gazetteer.hpp"
#include "plan/importer/words.hpp"

namespace caicach::plan::importer
{

/// Reads one list of agencies: what parts its members, and what one name is made of
/// (list_names.cpp).
class ListReader
{
public:
    ListReader(const Words& words, const Gazetteer& gazetteer, Reading reading)
        : m_words{words},
          m_gazetteer{gazetteer},
          m_reading{reading},
          m_all_capitals{words.all_capitals()}
    {
    }
    AgencyList read(std::size_t at);

private:
    struct Found {
        AgencyName agency{};
        bool takes_level{};  ///< a name of each level that did not say which
    };
    [[nodiscard]] std::size_t separator(std::size_t at) const;
    /// Reads one agency at `at` and answers the word behind it, 0 where there is none.
    std::size_t one(std::size_t at);
    /// "Thủ trưởng các sở", "Giám đốc Sở Nội vụ", "Chủ tịch UBND" are the agency itself.
    std::size_t skip_person(std::size_t at);
    /// "Ủy ban nhân dân" with its level or place.
    std::size_t committee(std::size_t at);
    std::size_t place_of_committee(std::size_t end);
    [[nodiscard]] std::size_t skip_province(std::size_t at) const;
    /// "Các sở, ngành, đơn vị, địa phương" names four collectives, not one.
    std::size_t split_collective(std::size_t at);
    std::size_t known(std::size_t at, bool forgiving);
    /// "đài truyền thanh xã, phường": small letters, but its level tells that a body is meant.
    [[nodiscard]] bool is_common_body(const KnownAgency& agency, std::size_t end) const;
    /// "Ủy ban Mặt trận Tổ quốc Việt Nam xã", "… cấp huyện": the body of a lower level.
    std::size_t below_province(std::string_view canonical, std::size_t end);
    /// "Tỉnh đoàn X", "Báo và Phát thanh, Truyền hình X": the province stands for the name's
    /// "tỉnh". A broadcaster of old is called the same in all provinces.
    std::size_t proper_to_province(const KnownAgency& agency, std::size_t end);
    /// "Văn phòng Ủy ban nhân dân thành phố": the body of a centrally run city.
    [[nodiscard]] bool of_city(std::string_view canonical, std::size_t end) const;
    static std::string with_city(std::string name);
    /// "… tỉnh X", "… tỉnh", "… thành phố" behind a body of the province.
    [[nodiscard]] std::size_t skip_owner(std::size_t at) const;
    /// "Các phòng chuyên môn thuộc Sở": whose they are belongs to the name; behind "trực thuộc",
    /// which the name has already, and "của" it is passed over.
    std::size_t owner_of_group(std::size_t at);
    /// "Các cơ quan chuyên môn, đơn vị sự nghiệp thuộc phường": the owner is that of both.
    void share_owner(const std::string& owner);
    /// "Công đoàn ngành Y tế": the trade belongs to the name.
    std::size_t trade_end(const KnownAgency& agency, std::size_t end);
    /// "các trường học trực thuộc", "các đoàn thể có liên quan": which of them belongs to the name.
    std::size_t more_of_group(std::size_t at);
    /// "các bệnh viện tuyến tỉnh": in a value the words up to the mark belong to the name.
    std::size_t rest_of_value(std::size_t at);
    /// "các đoàn thể xã", "các tổ chức chính trị - xã hội cấp xã": the level belongs to the name.
    std::size_t group_tail(std::size_t at);
    std::size_t named(std::size_t begin, std::size_t end, const KnownAgency& agency);
    std::size_t leveled(std::size_t end, const KnownAgency& agency);
    /// "Các sở: Tài chính, Xây dựng", "Các trường: Đại học X, …": the head word stands once before
    /// all.
    std::size_t headed_list(std::size_t at);
    /// "…, Công Thương" behind a department.
    std::size_t bare(std::size_t at);
    /// "Trường Chính trị, Đại học X": the second is a school too.
    std::size_t bare_school(std::size_t at);
    /// "…, cấp xã" behind a people's committee, and "các huyện, thành phố" alone.
    std::size_t spoken_of_level(std::size_t at);
    /// A name that the gazetteer does not have, by its head word ("Công ty …", "Quỹ …").
    std::size_t open_name(std::size_t at);
    /// "Phòng Văn hóa; Trung tâm … các huyện": a level named last applies to those before it.
    void spread_level();
    /// "Giám đốc các sở, Thủ trưởng các ban, ngành" is one collective, told in two breaths.
    void join_departments();
    void push(std::string name, bool is_known);

    const Words& m_words;
    const Gazetteer& m_gazetteer;
    Reading m_reading;
    bool m_all_capitals;  ///< a heading: capitals tell no names apart
    std::vector<Found> m_names{};
    bool m_department{};      ///< a "Sở …" stands before: bare names are departments
    std::string m_leveled{};  ///< the last body that exists at each level
    bool m_article{};         ///< the last collective has its own "các"
    bool m_school{};          ///< "Các trường:" stands before
};

}  // namespace caicach::plan::importer
