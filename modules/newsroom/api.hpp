#pragma once
#include "newsroom/portal/published_article.hpp"

/// Articles as readers have them, for the channels above that carry them further.
