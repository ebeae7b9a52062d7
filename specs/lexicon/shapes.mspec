mspec 1
# Shapes with their numbers of sides, faces, edges and corners, and a table of colours.

noun shape "shape" : thing
noun polygon "polygon" : shape
noun triangle "triangle" : polygon { sides: {3} }
noun quadrilateral "quadrilateral" : polygon { sides: {4} }
noun square "square" : quadrilateral { sides: {4} }
noun rectangle "rectangle" : quadrilateral { sides: {4} }
noun rhombus "rhombus" "rhombuses" : quadrilateral { sides: {4} }
noun parallelogram "parallelogram" : quadrilateral { sides: {4} }
noun trapezium "trapezium" "trapeziums" : quadrilateral { sides: {4} }
noun pentagon "pentagon" : polygon { sides: {5} }
noun hexagon "hexagon" : polygon { sides: {6} }
noun heptagon "heptagon" : polygon { sides: {7} }
noun octagon "octagon" : polygon { sides: {8} }
noun nonagon "nonagon" : polygon { sides: {9} }
noun decagon "decagon" : polygon { sides: {10} }
noun circle "circle" : shape
noun semicircle "semicircle" : shape
noun ellipse "ellipse" : shape
noun sector "sector" : shape
noun solid "solid" : thing
noun cube "cube" : solid { faces: {6}, edges: {12}, corners: {8} }
noun cuboid "cuboid" : solid { faces: {6}, edges: {12}, corners: {8} }
noun tetrahedron "tetrahedron" "tetrahedra" : solid { faces: {4}, edges: {6}, corners: {4} }
noun octahedron "octahedron" "octahedra" : solid { faces: {8}, edges: {12}, corners: {6} }
noun pyramid "pyramid" : solid { faces: {5}, edges: {8}, corners: {5} }
noun prism "prism" : solid { faces: {5}, edges: {9}, corners: {6} }
noun cone "cone" : solid
noun cylinder "cylinder" : solid
noun sphere "sphere" : solid

noun side "side" : thing
noun corner "corner" : thing
noun edge "edge" : thing
noun face "face" : thing
noun angle "angle" : thing
noun diagonal "diagonal" : thing
noun line "line" : thing
noun colour "colour" : thing

table colours(name : word) {
  "red"
  "blue"
  "green"
  "yellow"
  "orange"
  "purple"
  "pink"
  "brown"
  "black"
  "white"
  "grey"
  "silver"
  "gold"
  "turquoise"
  "violet"
  "beige"
}
