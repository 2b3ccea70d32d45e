#pragma once
#include <string>
#include <vector>

namespace caicach
{

/// A page for everybody, with those that belong to it.
struct PublicPage {
    std::string title{};
    std::string path{};
    std::vector<PublicPage> parts{};
};

/// Asked by the front page of the house: each module adds where it leads everybody.
struct PublicPagesAsked {
    std::vector<PublicPage>* pages{};
};

}  // namespace caicach
